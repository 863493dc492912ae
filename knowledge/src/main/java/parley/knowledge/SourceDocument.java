package parley.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One document with its paragraphs, numbered from 1 without a gap.
 *
 * @param source what is known of it apart from its text
 * @param paragraphs in reading order, at least one
 */
public record SourceDocument(Source source, List<Paragraph> paragraphs) {

  public SourceDocument {
    Objects.requireNonNull(source, "source");
    paragraphs = List.copyOf(paragraphs);
  }

  /** The paragraph of a number, from 1; empty where there is none. */
  public Optional<Paragraph> paragraph(int number) {
    return number >= 1 && number <= paragraphs.size()
        ? Optional.of(paragraphs.get(number - 1))
        : Optional.empty();
  }
}
