package parley.knowledge.grounding;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A passage that a statement may rest on.
 *
 * @param text the passage's own words: what a statement must be like
 * @param around its title, section and publisher, and the paragraph before where it leans on it
 *     with "he" or "it": names, numbers, dates and quoted words may stand there as well
 * @param published the document's date, where it is known
 */
public record Evidence(String text, String around, @Nullable LocalDate published) {

  public Evidence {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(around, "around");
  }

  /** Whether a sentence of it speaks to its readers, and not to a machine that reads it. */
  public boolean tells(String sentence) {
    return Instructions.in(sentence).isEmpty();
  }
}
