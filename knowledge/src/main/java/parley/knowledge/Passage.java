package parley.knowledge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds and finds: a paragraph, or a part of a very long one.
 *
 * @param source the document it is from
 * @param paragraph the paragraph's number in that document, from 1
 * @param section the heading it stands under, where there is one
 * @param text an exact run of the paragraph's text
 */
public record Passage(Source source, int paragraph, @Nullable String section, String text) {

  public Passage {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
  }
}
