package parley.bot.slack;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;

/** Answers a command or a click so that only the person sees it. */
record PrivateReply(Answers answers, String responseUrl, Caption heading) implements Reply {

  /** A command has no thread to show a status under. */
  @Override
  public void working() {}

  @Override
  public CompletionStage<Void> answer(GivenAnswer given) {
    answers.send(given.id(), given.answer(), Optional.of(heading), true, this::tell);
    return DONE;
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    tell(SlackMessage.of(Wording.refusal(refusal)));
    return DONE;
  }

  private void tell(SlackMessage message) {
    answers.api().tell(responseUrl, message);
  }
}
