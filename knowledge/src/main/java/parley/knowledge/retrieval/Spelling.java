package parley.knowledge.retrieval;

import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms.Term;

/** Takes a misspelt word of a question for the word of the passages that it was meant to be. */
final class Spelling {

  /** Shorter stems are too near to too many others: "iran" to "iraq". */
  private static final int SHORTEST = 5;

  /** From this length on two slips are forgiven instead of one. */
  private static final int LONG = 8;

  private Spelling() {}

  /**
   * The terms, with each stem that no passage holds replaced by the nearest of those found, if one
   * is near enough: the same first letter, one slip (two in a long word; swapped letters are one).
   *
   * @param found stems of the passages at hand
   */
  static List<Term> mend(List<Term> asked, Set<String> found, TermStatistics statistics) {
    return asked.stream()
        .map(term -> statistics.passagesWith(term.stem()) > 0 ? term : mend(term, found))
        .toList();
  }

  private static Term mend(Term term, Set<String> found) {
    String stem = term.stem();
    int slips = stem.length() >= LONG ? 2 : 1;
    if (stem.length() < SHORTEST || term.numeric()) {
      return term;
    }
    LevenshteinAutomata near = new LevenshteinAutomata(stem, true);
    for (int slip = 1; slip <= slips; slip++) {
      CharacterRunAutomaton meant = new CharacterRunAutomaton(near.toAutomaton(slip));
      for (String candidate : found) {
        if (candidate.charAt(0) == stem.charAt(0) && meant.run(candidate)) {
          return new Term(candidate, term.word(), term.start());
        }
      }
    }
    return term;
  }
}
