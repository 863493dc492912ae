package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.retrieval.PlaceNames;

/**
 * How near each word of a statement is to each word of its evidence, 0 to 1: late interaction, as
 * retrieval's WordMatch, but the same stem is as near as can be, another number is not near, and
 * another name not very.
 */
final class Alignment {

  /** However alike their contexts are. */
  private static final double OTHER_NAME = 0.3;

  /** A people's name, and its country's. */
  static final double KIN = 0.9;

  private static final int STEM_OF_A_PEOPLE = 4;

  private final Reading statement;
  private final Reading evidence;
  private final double[][] likeness;
  private final double[] best;

  Alignment(Reading statement, Reading evidence) {
    this.statement = statement;
    this.evidence = evidence;
    this.likeness =
        statement.words().stream()
            .map(said -> evidence.words().stream().mapToDouble(w -> likeness(said, w)).toArray())
            .toArray(double[][]::new);
    this.best =
        Arrays.stream(likeness).mapToDouble(row -> Arrays.stream(row).max().orElse(0)).toArray();
  }

  Reading statement() {
    return statement;
  }

  Reading evidence() {
    return evidence;
  }

  /** The same, seen from the evidence. */
  Alignment turned() {
    return new Alignment(evidence, statement);
  }

  double of(int said, int there) {
    return likeness[said][there];
  }

  /** The index of the nearest word of the evidence; -1 if that has none. */
  int nearest(int said) {
    int nearest = -1;
    for (int there = 0; there < evidence.words().size(); there++) {
      if (nearest < 0 || likeness[said][there] > likeness[said][nearest]) {
        nearest = there;
      }
    }
    return nearest;
  }

  /** For each word of the statement, how near the nearest word of the evidence is. */
  double[] best() {
    return best.clone();
  }

  double best(int said) {
    return best[said];
  }

  /** How near the nearest of these words is. */
  double best(int said, IntStream there) {
    return there.mapToDouble(other -> likeness[said][other]).max().orElse(0);
  }

  /** How near the nearest words are, on average. */
  double mean() {
    return Arrays.stream(best).average().orElse(0);
  }

  /** How near these words are to the nearest of those, on average. */
  double mean(int[] said, int[] there) {
    return IntStream.of(said)
        .mapToDouble(word -> best(word, IntStream.of(there)))
        .average()
        .orElse(0);
  }

  /** How near all words are if they must be matched in two neighbouring sentences, the best. */
  double meanOfTwoSentences() {
    int last = evidence.words().stream().mapToInt(Word::sentence).max().orElse(0);
    return IntStream.rangeClosed(0, last).mapToDouble(this::meanFromSentence).max().orElse(0);
  }

  private double meanFromSentence(int sentence) {
    int[] there =
        IntStream.range(0, evidence.words().size())
            .filter(i -> evidence.words().get(i).sentence() >= sentence)
            .filter(i -> evidence.words().get(i).sentence() <= sentence + 1)
            .toArray();
    return mean(IntStream.range(0, best.length).toArray(), there);
  }

  private static double likeness(Word said, Word there) {
    if (isSame(said, there)) {
      return 1;
    }
    if (said.numeric() || there.numeric()) {
      return 0;
    }
    if (isKin(said, there)) {
      return KIN;
    }
    float[] one = said.vector().vector();
    double cosine = Math.max(0, VectorUtil.dotProduct(one, there.vector().vector()));
    return said.named() && there.named() ? Math.min(cosine, OTHER_NAME) : cosine;
  }

  private static boolean isSame(Word said, Word there) {
    return said.stem().equals(there.stem())
        || PlaceNames.sameAs(said.stem()).contains(there.stem());
  }

  /** Velland and its Vellanders. */
  private static boolean isKin(Word said, Word there) {
    String one = said.lowerCase();
    String other = there.lowerCase();
    return Math.min(one.length(), other.length()) >= STEM_OF_A_PEOPLE
        && (said.named() || there.named())
        && (one.startsWith(other) || other.startsWith(one));
  }
}
