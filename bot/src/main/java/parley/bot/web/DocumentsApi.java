package parley.bot.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import parley.bot.chat.Chat;
import parley.bot.chat.Json;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** {@code GET /api/documents}, and each of them with its paragraphs. */
record DocumentsApi(Chat chat) {

  void list(Exchange exchange) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode documents = json.putArray("documents");
    chat.documents(Asking.PLATFORM).all().forEach(source -> documents.add(source(source)));
    exchange.json(json.toString());
  }

  void one(Exchange exchange) {
    SourceDocument document = asked(chat, exchange);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("document", source(document.source()));
    ArrayNode paragraphs = json.putArray("paragraphs");
    document.paragraphs().forEach(paragraph -> add(paragraphs, paragraph));
    exchange.json(json.toString());
  }

  /**
   * The document that is asked for.
   *
   * @throws ProblemException if the page shows none of that name
   */
  static SourceDocument asked(Chat chat, Exchange exchange) {
    return chat.documents(Asking.PLATFORM)
        .find(exchange.documentId())
        .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private static ObjectNode source(Source source) {
    LocalDate date = source.date();
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", source.id())
        .put("title", source.title())
        .put("publisher", source.publisher())
        .put("date", date == null ? null : date.toString())
        .put("url", source.url())
        .put("language", source.language())
        .put("paragraphs", source.paragraphs());
    source.tags().forEach(json.putArray("tags")::add);
    return json;
  }

  private static void add(ArrayNode paragraphs, Paragraph paragraph) {
    paragraphs
        .addObject()
        .put("number", paragraph.number())
        .put("section", paragraph.section())
        .put("text", paragraph.text());
  }
}
