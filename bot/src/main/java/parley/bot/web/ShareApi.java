package parley.bot.web;

import java.time.Duration;
import java.util.Optional;
import parley.bot.chat.Chat;
import parley.bot.chat.Json;
import parley.bot.chat.Shares;

/**
 * {@code POST /api/answers/{id}/share}: a link that shows an answer for a while.
 *
 * @param lifetime how long it does
 */
record ShareApi(Chat chat, Duration lifetime) {

  void share(Exchange exchange) {
    AskApi.requireJson(exchange.request().getContentType());
    Optional<Shares.Link> link = chat.shares().make(Asking.PLATFORM, exchange.inPath(), lifetime);
    String json =
        link.map(ShareApi::json).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    exchange.send(201, Exchange.JSON, json);
  }

  private static String json(Shares.Link link) {
    return Json.MAPPER
        .createObjectNode()
        .put("path", "/a/" + link.token())
        .put("expires", link.expires().toString())
        .toString();
  }
}
