package parley.knowledge.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes documents of the rows of a table of articles. For one table and one thread. */
final class ArticleRow {

  /** More rows than this are more documents than one file should bring. */
  static final int MAX_ROWS = 20_000;

  private static final List<String> TEXT_COLUMNS = List.of("text", "body", "content");

  private static final Map<String, String> KEYS =
      Map.of(
          "title", "title",
          "headline", "title",
          "date", "date",
          "url", "url",
          "link", "url",
          "author", "author",
          "publisher", "publisher",
          "source", "publisher",
          "language", "language",
          "tags", "tags");

  /** What may stand in a document's id. */
  private static final Pattern PLAIN_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

  private static final TextFormat PLAIN = new PlainTextFormat();
  private static final TextFormat HTML = new HtmlFormat();
  private static final Pattern MARKUP = Pattern.compile("(?is)<(p|div|br|article)\\b[^>]*>");

  private final Set<String> taken = new HashSet<>();

  /** Whether a table with these columns is one of articles. */
  static boolean hasText(Set<String> columns) {
    return columns.stream()
        .anyMatch(column -> TEXT_COLUMNS.contains(column.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * One row.
   *
   * @param number of the row, from 1; its key where it has no id that is one
   * @return empty if it holds no text
   */
  Optional<ParsedText> read(int number, Map<String, String> row) {
    Map<String, String> values = new HashMap<>();
    row.forEach((column, value) -> values.put(column.strip().toLowerCase(Locale.ROOT), value));
    String text =
        TEXT_COLUMNS.stream()
            .map(column -> values.getOrDefault(column, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
    List<Block> blocks = (MARKUP.matcher(text).find() ? HTML : PLAIN).parse(text).blocks();
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new ParsedText(metadata(values), blocks, key(number, values.get("id"))));
  }

  private static Map<String, String> metadata(Map<String, String> values) {
    Map<String, String> metadata = new HashMap<>();
    KEYS.forEach(
        (column, key) -> {
          String value = Whitespace.oneLine(values.getOrDefault(column, ""));
          if (!value.isEmpty()) {
            metadata.merge(key, value, (first, second) -> column.equals(key) ? second : first);
          }
        });
    return metadata;
  }

  private String key(int number, @Nullable String id) {
    String own = id == null ? "" : id.strip();
    boolean usable = PLAIN_ID.matcher(own).matches() && taken.add(own);
    if (usable) {
      return own;
    }
    String key = Integer.toString(number);
    for (int again = 2; !taken.add(key); again++) {
      key = number + "-" + again;
    }
    return key;
  }
}
