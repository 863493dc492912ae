package parley.bot.web;

import java.util.concurrent.CompletionStage;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;
import parley.knowledge.Outcome;

/** Answers a request with JSON, once. */
record JsonReply(Exchange exchange, AskRequest asked) implements Reply {

  /** There is nothing to see before it. */
  @Override
  public void working() {}

  @Override
  public CompletionStage<Void> answer(GivenAnswer given) {
    if (given.answer().outcome() == Outcome.FAILED) {
      exchange.problem(Problem.FAILED);
    } else {
      exchange.json(AnswerJson.of(given, asked.conversation()));
    }
    return DONE;
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    exchange.problem(Problem.of(refusal));
    return DONE;
  }
}
