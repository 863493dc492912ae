package parley.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement rests on.
 *
 * @param number from 1 in its answer
 * @param source the document
 * @param paragraph the paragraph's number in the document, from 1
 * @param quote an exact run of the paragraph's text
 * @param page the page the paragraph begins on, from 1, where the document has pages
 * @param copies other documents that hold the same passage, or nearly the same: a report that was
 *     published more than once is cited once
 */
public record Citation(
    int number,
    Source source,
    int paragraph,
    String quote,
    @Nullable Integer page,
    List<Source> copies) {

  public Citation {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(quote, "quote");
    copies = List.copyOf(copies);
  }

  /** A citation of one document. */
  public Citation(int number, Source source, int paragraph, String quote, @Nullable Integer page) {
    this(number, source, paragraph, quote, page, List.of());
  }

  /** A citation of a document without pages. */
  public Citation(int number, Source source, int paragraph, String quote) {
    this(number, source, paragraph, quote, null);
  }

  /** A citation of a passage. */
  public static Citation of(int number, Passage passage, String quote) {
    return new Citation(
        number, passage.source(), passage.paragraph(), quote, passage.page(), passage.copies());
  }
}
