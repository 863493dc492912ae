package parley.knowledge.language;

import java.util.List;
import parley.knowledge.index.TermStatistics;
import parley.knowledge.index.Terms;

/** Tells how many of a text's words the documents hold. Thread-safe if the statistics are. */
final class DocumentWords {

  /** Names and words that languages share are rarely more of a question than half. */
  private static final double SPOKEN = 0.6;

  private final TermStatistics statistics;

  DocumentWords(TermStatistics statistics) {
    this.statistics = statistics;
  }

  /** The share of the text's content words that some passage holds, 0 to 1; 0 if it has none. */
  double shareOf(String text) {
    List<Terms.Term> terms = Terms.of(text);
    long held = terms.stream().filter(term -> statistics.passagesWith(term.stem()) > 0).count();
    return terms.isEmpty() ? 0 : (double) held / terms.size();
  }

  /** Whether they hold so many that the text may well be in their language. */
  boolean hold(String text) {
    return shareOf(text) >= SPOKEN;
  }
}
