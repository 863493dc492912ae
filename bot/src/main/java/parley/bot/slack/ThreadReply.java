package parley.bot.slack;

import java.util.Optional;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers into a thread, before everybody who is there. */
record ThreadReply(
    Answers answers, String channel, String thread, String person, Optional<String> heading)
    implements Reply {

  /** Before others it would cost a call for each question and be gone before anybody reads it. */
  @Override
  public void working() {
    if (Conversation.isDirect(channel)) {
      answers.api().showStatus(channel, thread, Wording.LOOKING);
    }
  }

  @Override
  public void answer(GivenAnswer given) {
    answers.post(channel, thread, given, heading);
  }

  @Override
  public void refuse(Refusal refusal) {
    answers.api().postTo(person, channel, thread, SlackMessage.of(Wording.refusal(refusal)));
  }
}
