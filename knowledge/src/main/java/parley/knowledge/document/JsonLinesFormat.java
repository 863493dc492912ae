package parley.knowledge.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table of articles, an object of JSON a line: each is a document. */
final class JsonLinesFormat implements DocumentFormat {

  private static final Logger log = LoggerFactory.getLogger(JsonLinesFormat.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    List<String> lines =
        DocumentText.decode(name, bytes).lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() > ArticleRow.MAX_ROWS) {
      log.warn("{} is long: only its first {} lines are served", name, ArticleRow.MAX_ROWS);
      lines = lines.subList(0, ArticleRow.MAX_ROWS);
    }
    List<ParsedText> documents = new ArrayList<>();
    ArticleRow reader = new ArticleRow();
    for (int i = 0; i < lines.size(); i++) {
      read(lines.get(i), i + 1, reader).ifPresent(documents::add);
    }
    if (documents.size() < lines.size()) {
      log.warn(
          "{}: {} of its {} lines are no JSON with a text",
          name,
          lines.size() - documents.size(),
          lines.size());
    }
    return documents;
  }

  private static Optional<ParsedText> read(String line, int number, ArticleRow reader) {
    try {
      JsonNode node = JSON.readTree(line);
      Map<String, String> row = new HashMap<>();
      node.properties().forEach(field -> row.put(field.getKey(), JsonText.of(field.getValue())));
      return reader.read(number, row);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
