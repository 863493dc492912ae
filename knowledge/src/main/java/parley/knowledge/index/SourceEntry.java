package parley.knowledge.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** A document's own entry in an index on a cluster: all of it, to be read and not searched. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceEntry(
    String kind,
    String document,
    String edition,
    long born,
    String fingerprint,
    String file,
    String title,
    @Nullable String publisher,
    @Nullable String date,
    @Nullable String url,
    @Nullable String language,
    @Nullable String author,
    List<String> tags,
    String subfolder,
    int count,
    @Nullable List<Text> paragraphs) {

  /** A paragraph; its number is its place. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Text(@Nullable String section, String text, @Nullable Integer page) {}

  static SourceEntry of(IndexChange.Put put, String edition, long born) {
    Source source = put.document().source();
    LocalDate date = source.date();
    return new SourceEntry(
        ClusterEntry.OF_SOURCE,
        source.id(),
        edition,
        born,
        put.fingerprint(),
        put.file(),
        source.title(),
        source.publisher(),
        date == null ? null : date.toString(),
        source.url(),
        source.language(),
        source.author(),
        source.tags(),
        source.subfolder(),
        source.paragraphs(),
        put.document().paragraphs().stream()
            .map(it -> new Text(it.section(), it.text(), it.page()))
            .toList());
  }

  Source source() {
    return new Source(
        document,
        title,
        publisher,
        date == null ? null : LocalDate.parse(date),
        url,
        language,
        count,
        author,
        tags,
        subfolder);
  }

  SourceDocument sourceDocument() {
    List<Paragraph> all = new ArrayList<>();
    for (Text it : paragraphs == null ? List.<Text>of() : paragraphs) {
      all.add(new Paragraph(all.size() + 1, it.section(), it.text(), it.page()));
    }
    return new SourceDocument(source(), all);
  }
}
