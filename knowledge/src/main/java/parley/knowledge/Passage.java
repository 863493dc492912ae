package parley.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds and finds: a paragraph, or a part of a very long one.
 *
 * @param source the document it is from
 * @param paragraph the paragraph's number in that document, from 1
 * @param section the heading it stands under, where there is one
 * @param text an exact run of the paragraph's text
 * @param page the page the paragraph begins on, from 1, where the document has pages
 * @param copies other documents that hold the same passage, or nearly the same
 */
public record Passage(
    Source source,
    int paragraph,
    @Nullable String section,
    String text,
    @Nullable Integer page,
    List<Source> copies) {

  public Passage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    copies = List.copyOf(copies);
  }

  /** A passage of one document. */
  public Passage(
      Source source, int paragraph, @Nullable String section, String text, @Nullable Integer page) {
    this(source, paragraph, section, text, page, List.of());
  }

  /** The same, held by other documents too. */
  public Passage alsoIn(List<Source> others) {
    return new Passage(source, paragraph, section, text, page, others);
  }

  /** A passage of a document without pages. */
  public Passage(Source source, int paragraph, @Nullable String section, String text) {
    this(source, paragraph, section, text, null);
  }
}
