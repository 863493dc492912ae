package parley.knowledge.retrieval;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

/**
 * What tells a question from another that is worded like it.
 *
 * @param kind what it asks for
 * @param numbers in it
 * @param names stems of places, and of words with a capital that do not merely begin it
 * @param stems of all its content words
 */
record Subject(AnswerKind kind, Set<String> numbers, Set<String> names, Set<String> stems) {

  static Subject of(String question) {
    Set<String> numbers = new HashSet<>();
    Set<String> names = new HashSet<>();
    Set<String> stems = new HashSet<>();
    for (Term term : Terms.of(question)) {
      stems.add(term.stem());
      if (term.numeric()) {
        numbers.add(term.stem());
      } else if (isName(term)) {
        names.add(term.stem());
      }
    }
    return new Subject(AnswerKind.of(question), numbers, names, stems);
  }

  private static boolean isName(Term term) {
    return (term.capitalised() && term.start() > 0)
        || PlaceNames.sameAs(term.stem()).size() > 1; // whoever types "french troops"
  }

  /** Whether the two cannot ask the same, each having a number, a name or a kind of its own. */
  boolean differsFrom(Subject other) {
    return (!numbers.containsAll(other.numbers) && !other.numbers.containsAll(numbers))
        || (namesWhatIsNotIn(other) && other.namesWhatIsNotIn(this))
        || asksForOtherThan(other);
  }

  private boolean namesWhatIsNotIn(Subject other) {
    return names.stream()
        .anyMatch(name -> Collections.disjoint(PlaceNames.sameAs(name), other.stems));
  }

  private boolean asksForOtherThan(Subject other) {
    int side = side(kind);
    int othersSide = side(other.kind);
    return side > 0 && othersSide > 0 && side != othersSide;
  }

  /**
   * Kinds that the same thing may be asked for by are on one side: "who" and "which country", "how
   * long" and "until when". 0 for those that may go with any.
   */
  private static int side(AnswerKind kind) {
    return switch (kind.group()) {
      case PERSON, PLACE -> 1;
      case TIME, QUANTITY -> 2;
      case REASON -> 3;
      default -> 0;
    };
  }
}
