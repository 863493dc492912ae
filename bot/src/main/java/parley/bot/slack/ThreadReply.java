package parley.bot.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers into a thread, before everybody who is there. */
record ThreadReply(
    Answers answers, String channel, String thread, String person, Optional<Caption> heading)
    implements Reply {

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
  public CompletionStage<Void> answer(GivenAnswer given) {
    try {
      answers.send(
          given.id(),
          given.answer(),
          heading,
          false,
          message -> answers.api().post(channel, thread, message));
      return DONE;
    } catch (SlackFault e) {
      showStatus(""); // which a message would have ended
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
