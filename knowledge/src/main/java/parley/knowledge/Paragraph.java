package parley.knowledge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of a document: what a citation points to.
 *
 * @param number counted from 1 in its document, as a reader would count
 * @param section the heading it stands under, where there is one
 * @param text never blank; the items of a list stand on lines of their own
 * @param page the page it begins on, from 1, where the document has pages
 */
public record Paragraph(int number, @Nullable String section, String text, @Nullable Integer page) {

  public Paragraph {
    Objects.requireNonNull(text, "text");
  }

  /** A paragraph of a document without pages. */
  public Paragraph(int number, @Nullable String section, String text) {
    this(number, section, text, null);
  }
}
