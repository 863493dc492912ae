package parley.bot.slack;

import java.time.Duration;
import java.util.Objects;
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
  private final SlackRoute way;
  private final String channel;
  private final String thread;
  private final Optional<Caption> heading;

  /** Whether an earlier try may have posted the answer, or a part of it. */
  private final boolean again;

  /** The timestamp of the message that shows a part of the answer. */
  private @Nullable String part;

  private ThreadReply(Answers answers, SlackRoute way, boolean again) {
    this.answers = answers;
    this.way = way;
    this.channel = way.channel();
    this.thread = Objects.requireNonNull(way.thread(), "thread");
    this.heading = Optional.ofNullable(way.heading());
    this.again = again;
  }

  /** A reply to somebody who is told of a refusal alone. */
  static ThreadReply by(SlackRoute way, Answers answers) {
    return new ThreadReply(answers, way, false);
  }

  /** The same where an earlier try may have posted the answer, or a part of it. */
  static ThreadReply again(SlackRoute way, Answers answers) {
    return new ThreadReply(answers, way, true);
  }

  @Override
  public String route() {
    return way.kept();
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
        part = post(message, again);
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
          message -> send(message, again || given.perhapsSent().isPresent()));
      return DONE;
    } catch (SlackFault e) {
      showStatus(""); // which a message would have ended
      throw e;
    }
  }

  private void send(SlackMessage message, boolean perhapsThere) {
    if (part == null || !replace(part, message)) {
      post(message, perhapsThere);
    }
    part = null;
  }

  private String post(SlackMessage message, boolean perhapsThere) {
    String since = Objects.requireNonNullElse(way.since(), thread);
    return answers.api().post(channel, thread, since, message, perhapsThere);
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
    answers.api().postTo(way.person(), channel, thread, SlackMessage.of(Wording.refusal(refusal)));
    return DONE;
  }
}
