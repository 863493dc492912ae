package parley.bot.web;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Language;
import parley.bot.chat.Reply;

/** {@code POST /api/ask}: an answer as JSON, or as events while it is made. */
record AskApi(Asking asking) {

  /** Many times what a question needs. */
  static final int MOST_BYTES = 16 << 10;

  void ask(Exchange exchange) throws IOException {
    requireJson(exchange.request().getContentType());
    asking.begin(exchange);
    exchange.withBody(MOST_BYTES, body -> ask(exchange, asked(exchange, body)));
  }

  /** Who chose a language on the page and names none is answered in that. */
  private static AskRequest asked(Exchange exchange, byte[] body) {
    AskRequest asked = AskRequest.of(body);
    return asked.language() != null
        ? asked
        : asked.in(PageLanguage.chosen(exchange.request()).map(Language::code).orElse(null));
  }

  private void ask(Exchange exchange, AskRequest asked) {
    asking.ask(exchange, asked, reply(exchange, asked));
  }

  private static Reply reply(Exchange exchange, AskRequest asked) {
    String accepted = exchange.request().getHeader("Accept");
    return accepted != null && accepted.contains(EventStream.TYPE)
        ? new EventReply(exchange, asked)
        : new JsonReply(exchange, asked);
  }

  /** No form of another site can send it. */
  static void requireJson(@Nullable String type) {
    if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith(Exchange.JSON)) {
      throw new ProblemException(
          new Problem(
              415, "Unsupported media type", "the body must be JSON: say application/json"));
    }
  }
}
