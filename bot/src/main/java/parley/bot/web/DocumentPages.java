package parley.bot.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Chat;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The list of the documents, and the viewer of each. */
record DocumentPages(Pages pages, Chat chat) {

  /** {@code GET /documents}. */
  void list(Exchange exchange) {
    PageText text = Pages.text(exchange);
    List<DocumentLink> documents =
        chat.documents(Asking.PLATFORM).all().stream()
            .sorted(Source.NEWEST_FIRST)
            .map(source -> DocumentLink.of(source, text))
            .toList();
    String title = text.phrases().get("documents");
    pages.send(exchange, 200, "documents", title, Map.of("documents", documents));
  }

  /** {@code GET /documents/{id}} and {@code GET /document?id=}, the quoted words marked. */
  void view(Exchange exchange) {
    SourceDocument document = DocumentsApi.asked(chat, exchange);
    Optional<Quote> quote = quote(exchange);
    Optional<Integer> quoted = quote.flatMap(words -> words.findIn(document));
    Map<String, Object> values = new HashMap<>();
    Source source = document.source();
    PageText text = Pages.text(exchange);
    values.put("source", source);
    values.put("about", DocumentLink.about(source, text));
    values.put("original", TextFragment.page(source.url()).orElse(null));
    values.put("gone", quoted.isPresent() ? "" : quote.map(Quote::start).orElse(""));
    values.put("paragraphs", paragraphs(document, quote.orElse(null), quoted.orElse(0), text));
    pages.send(exchange, 200, "document", source.title(), values);
  }

  private static Optional<Quote> quote(Exchange exchange) {
    int paragraph =
        exchange
            .parameter("p")
            .filter(number -> number.matches("\\d{1,6}"))
            .map(Integer::valueOf)
            .orElse(0);
    String end = exchange.parameter("to").orElse("");
    return exchange.parameter("quote").map(start -> new Quote(paragraph, start, end));
  }

  private static List<ParagraphView> paragraphs(
      SourceDocument document, @Nullable Quote quote, int quoted, PageText text) {
    List<ParagraphView> views = new ArrayList<>();
    String section = null;
    for (Paragraph paragraph : document.paragraphs()) {
      boolean begins = !Objects.equals(section, paragraph.section());
      section = paragraph.section();
      views.add(
          ParagraphView.of(
              paragraph,
              begins ? section : null,
              text.phrase("paragraph", paragraph.number()),
              paragraph.number() == quoted ? quote : null));
    }
    return views;
  }
}
