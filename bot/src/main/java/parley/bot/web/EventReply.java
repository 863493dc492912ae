package parley.bot.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Json;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Statement;

/**
 * Answers a request with events: {@code statement} for each that is made, then {@code answer},
 * which may have others, or {@code error}. A request that is refused gets a problem, and no events.
 */
final class EventReply implements Reply {

  private final Exchange exchange;
  private final AskRequest asked;
  private @Nullable EventStream stream;
  private boolean told;

  EventReply(Exchange exchange, AskRequest asked) {
    this.exchange = exchange;
    this.asked = asked;
  }

  @Override
  public synchronized void working() {
    begin();
  }

  private Optional<EventStream> begin() {
    try {
      if (stream == null && exchange.claimAnswer()) {
        exchange.status(200);
        stream = EventStream.begin(exchange.response(), exchange::end);
      }
      return Optional.ofNullable(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void statement(Statement statement, List<Citation> citations) {
    told = true;
    begin().ifPresent(events -> events.send("statement", json(statement)));
  }

  private static String json(Statement statement) {
    return Json.statement(statement).toString();
  }

  @Override
  public synchronized CompletionStage<Void> answer(GivenAnswer given) {
    return begin().map(events -> answer(events, given)).orElse(DONE); // or it was too late
  }

  private synchronized CompletionStage<Void> answer(EventStream events, GivenAnswer given) {
    if (given.answer().outcome() == Outcome.FAILED) {
      events.send("error", Problem.FAILED.json());
      return events.end();
    }
    if (!told) {
      given.answer().statements().forEach(each -> events.send("statement", json(each)));
    }
    events.send("answer", AnswerJson.of(given, asked.conversation()));
    return events.end();
  }

  @Override
  public CompletionStage<Void> refuse(Refusal refusal) {
    exchange.problem(Problem.of(refusal));
    return DONE;
  }
}
