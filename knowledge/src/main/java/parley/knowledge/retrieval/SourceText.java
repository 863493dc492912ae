package parley.knowledge.retrieval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;

/** Sources as one string, since LangChain4j's metadata hold nothing richer; and back. */
final class SourceText {

  /** The separators that ASCII has for this; the documents' reader leaves none in a text. */
  private static final String BETWEEN_SOURCES = "\u001E";

  private static final String BETWEEN_FIELDS = "\u001F";
  private static final String BETWEEN_TAGS = "\u001D";

  private SourceText() {}

  static String of(List<Source> sources) {
    return sources.stream().map(SourceText::of).collect(Collectors.joining(BETWEEN_SOURCES));
  }

  private static String of(Source source) {
    return Stream.<@Nullable Object>of(
            source.id(),
            source.title(),
            source.publisher(),
            source.date(),
            source.url(),
            source.language(),
            source.paragraphs(),
            source.author(),
            ofTags(source.tags()),
            source.subfolder())
        .map(field -> Objects.toString(field, ""))
        .collect(Collectors.joining(BETWEEN_FIELDS));
  }

  static List<Source> sources(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(BETWEEN_SOURCES)).map(SourceText::source).toList();
  }

  private static Source source(String text) {
    List<String> fields = List.of(text.split(BETWEEN_FIELDS, -1));
    String date = known(fields.get(3));
    return new Source(
        fields.get(0),
        fields.get(1),
        known(fields.get(2)),
        date == null ? null : LocalDate.parse(date),
        known(fields.get(4)),
        known(fields.get(5)),
        Integer.parseInt(fields.get(6)),
        known(fields.get(7)),
        tags(fields.get(8)),
        fields.get(9));
  }

  static String ofTags(List<String> tags) {
    return String.join(BETWEEN_TAGS, tags);
  }

  static List<String> tags(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(BETWEEN_TAGS));
  }

  private static @Nullable String known(String field) {
    return field.isEmpty() ? null : field;
  }
}
