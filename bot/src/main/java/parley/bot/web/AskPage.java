package parley.bot.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Chat;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Language;
import parley.bot.chat.Refusal;
import parley.bot.chat.Reply;
import parley.knowledge.Source;

/** The page where people ask. With a question in its address it answers that without a script. */
record AskPage(Pages pages, Asking asking) {

  /** More stand on a page of their own. */
  private static final int MOST_DOCUMENTS = 12;

  /** {@code GET /}. */
  void show(Exchange exchange) {
    Optional<String> question = exchange.parameter("q");
    if (question.isEmpty()) {
      send(exchange, null, "");
      return;
    }
    AskRequest asked =
        AskRequest.of(
            question.get(),
            exchange.parameter("conversation").orElse(null),
            PageLanguage.chosen(exchange.request()).map(Language::code).orElse(null));
    asking.begin(exchange);
    asking.ask(exchange, asked, new PageReply(exchange, asked));
  }

  private void send(Exchange exchange, @Nullable AnswerView turn, String conversation) {
    PageText text = Pages.text(exchange);
    Chat chat = asking.chat();
    List<Source> sources = chat.documents(Asking.PLATFORM).all();
    Map<String, Object> values = new HashMap<>();
    values.put("turn", turn);
    values.put("conversation", conversation);
    values.put("starters", chat.starters(Asking.PLATFORM));
    values.put(
        "documents",
        sources.stream()
            .sorted(Source.NEWEST_FIRST)
            .limit(MOST_DOCUMENTS)
            .map(source -> DocumentLink.of(source, text))
            .toList());
    values.put("more", sources.size() > MOST_DOCUMENTS);
    values.put("all", text.phrase("all-documents", sources.size()));
    String title = turn == null ? text.phrases().get("ask-title") : turn.question();
    pages.send(exchange, 200, "ask", title, values);
  }

  private final class PageReply implements Reply {

    private final Exchange exchange;
    private final AskRequest asked;

    PageReply(Exchange exchange, AskRequest asked) {
      this.exchange = exchange;
      this.asked = asked;
    }

    /** There is nothing to see before it. */
    @Override
    public void working() {}

    @Override
    public CompletionStage<Void> answer(GivenAnswer given) {
      AnswerView turn = AnswerView.of(given.id(), given.answer(), Pages.text(exchange));
      send(exchange, turn, asked.conversation().toString());
      return DONE;
    }

    @Override
    public CompletionStage<Void> refuse(Refusal refusal) {
      exchange.problem(Problem.of(refusal));
      return DONE;
    }
  }
}
