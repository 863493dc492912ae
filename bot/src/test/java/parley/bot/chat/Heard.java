package parley.bot.chat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/** What came back. */
class Heard implements Reply {

  final List<GivenAnswer> answers = new CopyOnWriteArrayList<>();
  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  final List<String> shown = new CopyOnWriteArrayList<>();
  final List<String> heard = new CopyOnWriteArrayList<>();
  volatile int working;

  @Override
  public void statement(Statement statement, List<Citation> citations) {
    heard.add(statement.marked());
  }

  @Override
  public CompletionStage<Void> partial(PartialAnswer answer) {
    shown.add(answer.text());
    return DONE;
  }

  @Override
  public void working() {
    working = 1;
  }

  @Override
  public CompletionStage<Void> answer(GivenAnswer answer) {
    answers.add(answer);
    return DONE;
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    refusals.add(refusal);
    return DONE;
  }
}
