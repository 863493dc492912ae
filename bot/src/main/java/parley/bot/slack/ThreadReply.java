package parley.bot.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.PartialAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers into a thread, before everybody who is there. */
final class ThreadReply implements Reply {

  private final Answers answers;
  private final String channel;
  private final String thread;
  private final String person;
  private final Optional<Caption> heading;

  /** The timestamp of the message that shows a part of the answer. */
  private @Nullable String part;

  /**
   * A reply.
   *
   * @param person who is told of a refusal
   * @param heading what was asked and by whom, where readers do not see it otherwise
   */
  ThreadReply(
      Answers answers, String channel, String thread, String person, Optional<Caption> heading) {
    this.answers = answers;
    this.channel = channel;
    this.thread = thread;
    this.person = person;
    this.heading = heading;
  }

  @Override
  public String route() {
    return new SlackRoute(channel, thread, person, heading.orElse(null)).kept();
  }

  @Override
  public boolean findsWhatWasSent() {
    return true;
  }

  @Override
  public Duration pause() {
    return answers.api().pause(channel);
  }

  /** Before others it would cost a call for each question and be gone before anybody reads it. */
  @Override
  public void working() {
    showStatus(Wording.LOOKING);
  }

  @Override
  public CompletionStage<Void> partial(PartialAnswer answer) {
    if (answers.mayShowPart()) {
      SlackMessage message = AnswerMessages.of(answers.viewer().link(answer), heading);
      if (part == null) {
        part = answers.api().post(channel, thread, message);
      } else {
        answers.api().replaceOnce(channel, part, message);
      }
    }
    return DONE;
  }

  @Override
  public CompletionStage<Void> answer(GivenAnswer given) {
    try {
      given.settingOut().run();
      answers.send(
          given.id(),
          given.answer(),
          heading,
          false,
          message -> send(message, given.perhapsSent()));
      return DONE;
    } catch (SlackFault e) {
      showStatus(""); // which a message would have ended
      throw e;
    }
  }

  private void send(SlackMessage message, Optional<Instant> perhapsSent) {
    if (part == null || !replace(part, message)) {
      answers.api().post(channel, thread, message, perhapsSent);
    }
    part = null;
  }

  private boolean replace(String shown, SlackMessage message) {
    try {
      answers.api().replace(channel, shown, message);
      return true;
    } catch (SlackFault e) {
      if (e.isNotReplaceable()) {
        return false;
      }
      throw e;
    }
  }

  private void showStatus(String status) {
    if (Conversation.isDirect(channel)) {
      answers.api().showStatus(channel, thread, status);
    }
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    answers.api().postTo(person, channel, thread, SlackMessage.of(Wording.refusal(refusal)));
    return DONE;
  }
}
