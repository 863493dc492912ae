package parley.knowledge.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement that says no more than its asker said already: who did what to whom, and whether it
 * happened or only might, are then the asker's too. Words alone do not tell that, so a sentence of
 * the evidence has to say the same in the same order.
 */
record Echo(Alignment cited) {

  /** An answer that adds so many words to the question tells something. */
  private static final int NEW_WORDS = 2;

  /** What makes of an event a wish, a plan or a doubt. */
  private static final Pattern HEDGES =
      Pattern.compile(
          "(?i)\\b(?:would|could|may|might|should|shall|will|can|if|whether|unless|until|not|no"
              + "|never|cannot|\\w+n[’']t|hop\\w+|plan\\w*|want\\w*|aim\\w*|expect\\w*|intend\\w*"
              + "|due|seek\\w*|propos\\w+|offer\\w*|likely|unlikely|possibl[ey]|perhaps|uncertain"
              + "|unclear)\\b");

  /** Whether nearly all words of the statement are the asker's. */
  boolean repeats(Set<String> asked) {
    List<Word> words = cited.statement().words();
    return words.stream().filter(word -> !asked.contains(word.stem())).count() < NEW_WORDS;
  }

  /** Whether a sentence of the evidence says it as well. */
  boolean isStated() {
    int last = cited.evidence().words().stream().mapToInt(Word::sentence).max().orElse(-1);
    return IntStream.rangeClosed(0, last).anyMatch(this::isStatedIn);
  }

  private boolean isStatedIn(int sentence) {
    List<Word> there = cited.evidence().words();
    int said = 0;
    int first = -1;
    for (int i = 0; i < there.size() && said < cited.statement().words().size(); i++) {
      if (there.get(i).sentence() == sentence && cited.of(said, i) >= Alignment.KIN) {
        first = first < 0 ? i : first;
        said++;
        if (said == cited.statement().words().size()) {
          return isAsSure(there.get(first), there.get(i));
        }
      }
    }
    return false;
  }

  private boolean isAsSure(Word first, Word last) {
    String run = cited.evidence().text().substring(first.start(), last.start());
    return hedges(cited.statement().text()).containsAll(hedges(run));
  }

  private static Set<String> hedges(String text) {
    return HEDGES
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(hedge -> hedge.toLowerCase(Locale.ENGLISH))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
