package parley.bot.web;

import java.util.Map;
import parley.bot.chat.Chat;
import parley.knowledge.Answer;

/** {@code GET /a/{token}}: an answer that somebody shared. */
record SharedPage(Pages pages, Chat chat) {

  void show(Exchange exchange) {
    Answer answer =
        chat.shares()
            .find(exchange.inPath())
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    exchange.response().setHeader("X-Robots-Tag", "noindex");
    AnswerView turn = AnswerView.of(null, answer, Pages.text(exchange));
    pages.send(exchange, 200, "shared", turn.question(), Map.of("turn", turn));
  }
}
