package parley.knowledge.generation;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.Paragraph;
import parley.knowledge.Passage;
import parley.knowledge.grounding.Evidence;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.Terms;

/**
 * A passage that statements may rest on.
 *
 * @param passage the passage
 * @param evidence what of it may support a statement
 * @param stems of the evidence's text
 */
record CitedPassage(Passage passage, Evidence evidence, Set<String> stems) {

  /** Speaks of somebody whom the paragraph before it names. */
  private static final Pattern LEANS =
      Pattern.compile(
          "\\b(?:he|she|it|they|his|her|its|their|him|them)\\b", Pattern.CASE_INSENSITIVE);

  static CitedPassage of(Passage passage, PassageIndex index) {
    String text = passage.text();
    String around =
        Stream.of(
                passage.source().title(),
                Objects.requireNonNullElse(passage.section(), ""),
                Objects.requireNonNullElse(passage.source().publisher(), ""),
                LEANS.matcher(text).find() ? before(passage, index) : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n"));
    return new CitedPassage(
        passage, new Evidence(text, around, passage.source().date()), Terms.stems(text));
  }

  /** How many of these stems it holds. */
  long shared(Set<String> others) {
    return others.stream().filter(stems::contains).count();
  }

  private static String before(Passage passage, PassageIndex index) {
    return index
        .document(passage.source().id())
        .flatMap(document -> document.paragraph(passage.paragraph() - 1))
        .map(Paragraph::text)
        .orElse("");
  }
}
