package parley.knowledge.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

/** Compares what documents of different days say. */
final class Chronology {

  /** Statements that share this much of their words are about the same. */
  private static final double ABOUT_THE_SAME = 0.5;

  static final Comparator<ScoredExcerpt> NEWEST_FIRST =
      Comparator.comparing(scored -> scored.excerpt().passage().source(), Source.NEWEST_FIRST);

  private Chronology() {}

  /**
   * Whether a statement is of a later day than another about the same, and has other names or
   * numbers.
   */
  static boolean replaces(Excerpt newer, Excerpt older) {
    return isAfter(newer.passage(), older.passage())
        && newer.sharedWith(older) >= ABOUT_THE_SAME
        && !facts(newer).equals(facts(older));
  }

  /** Whether the document of a passage was published on a later day than that of another. */
  static boolean isAfter(Passage one, Passage other) {
    LocalDate date = date(one);
    LocalDate before = date(other);
    return date != null && before != null && date.isAfter(before);
  }

  static @Nullable LocalDate date(Passage passage) {
    return passage.source().date();
  }

  /** Its names and numbers. */
  private static Set<String> facts(Excerpt excerpt) {
    return Terms.of(excerpt.text()).stream()
        .filter(term -> term.capitalised() || term.numeric())
        .map(Term::stem)
        .collect(Collectors.toSet());
  }
}
