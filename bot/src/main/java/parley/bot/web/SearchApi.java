package parley.bot.web;

import java.time.Duration;
import java.util.List;
import parley.bot.chat.Json;
import parley.bot.chat.Refusal;
import parley.bot.chat.SearchReply;
import parley.knowledge.FoundPassage;

/** {@code GET /api/search}: the passages that fit a query. */
record SearchApi(Asking asking) {

  private static final int MOST = 50;
  private static final int USUAL = 10;

  void search(Exchange exchange) {
    String query =
        exchange.parameter("q").orElseThrow(() -> bad("there is nothing to look for: send ?q=…"));
    if (query.length() > AskRequest.LONGEST) {
      throw bad("q has " + query.length() + " characters: send fewer");
    }
    int top = exchange.parameter("top").map(SearchApi::top).orElse(USUAL);
    asking.begin(exchange);
    asking.search(exchange, query, top, new Found(exchange));
  }

  private static int top(String text) {
    if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > MOST) {
      throw bad("top must be a number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(Problem.badRequest(detail));
  }

  private record Found(Exchange exchange) implements SearchReply {

    @Override
    public void show(List<FoundPassage> passages, Duration time) {
      exchange.json(Json.passages(null, passages, time));
    }

    @Override
    public void refuse(Refusal refusal) {
      exchange.problem(Problem.of(refusal));
    }

    @Override
    public void fail() {
      exchange.problem(Problem.FAILED);
    }
  }
}
