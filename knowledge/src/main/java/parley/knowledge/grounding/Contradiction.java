package parley.knowledge.grounding;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much a statement looks like its evidence turned round. Each measure is from 0 to 1.
 *
 * @param denies how well the words that it denies are matched by words that nobody doubts there
 * @param isDenied the same of words that the evidence denies
 * @param refuses the same of words that it has refused, or failed at
 * @param isRefused the same of words that the evidence has refused
 * @param opposite how alike the words are around one of its words and around the opposite of that
 */
record Contradiction(
    double denies, double isDenied, double refuses, double isRefused, double opposite) {

  /** The greatest of them. */
  double most() {
    return DoubleStream.of(denies, isDenied, refuses, isRefused, opposite).max().orElse(0);
  }

  static Contradiction of(Alignment alignment) {
    Denials said = Denials.of(alignment.statement());
    Denials there = Denials.of(alignment.evidence());
    Direction direct = new Direction(alignment, said, there);
    Direction back = new Direction(alignment.turned(), there, said);
    return new Contradiction(
        direct.undoubted(said.denied()),
        back.undoubted(there.denied()),
        direct.undoubted(said.refused()),
        back.undoubted(there.refused()),
        direct.opposite(back.alignment()));
  }

  /** One text seen from the other. */
  private record Direction(Alignment alignment, Denials said, Denials there) {

    /** Words that are no nearer than this are of something else. */
    private static final double UNLIKE = 0.4;

    /** From here a doubt about the matched word excuses a denial. */
    private static final double MATCHED = 0.55;

    /** A word matched as well as this has no need of an opposite. */
    private static final double MATCHED_FAIRLY = 0.6;

    private static final double MATCHED_WELL = 0.75;

    /** How many words around a word of the statement are to be found around its opposite. */
    private static final int NEAR = 4;

    private static final int NEAR_THERE = 6;

    double undoubted(List<List<Integer>> denied) {
      return denied.stream().mapToDouble(this::undoubtedScope).max().orElse(0);
    }

    private double undoubtedScope(List<Integer> denied) {
      boolean excused = denied.stream().anyMatch(this::isExcused);
      double near = denied.stream().mapToDouble(alignment::best).average().orElse(0);
      return excused ? 0 : Math.max(0, (near - UNLIKE) / (1 - UNLIKE));
    }

    private boolean isExcused(int word) {
      int nearest = alignment.nearest(word);
      return nearest >= 0
          && ((alignment.of(word, nearest) >= MATCHED && there.doubted().contains(nearest))
              || areOpposites(word, nearest));
    }

    private boolean areOpposites(int word, int other) {
      return Opposites.are(
          alignment.statement().words().get(word).stem(),
          alignment.evidence().words().get(other).stem());
    }

    double opposite(Alignment back) {
      return IntStream.range(0, alignment.statement().words().size())
          .filter(word -> alignment.best(word) < MATCHED_FAIRLY)
          .mapToDouble(word -> opposite(word, back))
          .max()
          .orElse(0);
    }

    private double opposite(int word, Alignment back) {
      return IntStream.range(0, alignment.evidence().words().size())
          .filter(other -> areOpposites(word, other) && back.best(other) < MATCHED_WELL)
          .filter(other -> isIn(said.denied(), word) == isIn(there.denied(), other))
          .mapToDouble(other -> contextOf(word, other))
          .max()
          .orElse(0);
    }

    private static boolean isIn(List<List<Integer>> scopes, int word) {
      return scopes.stream().anyMatch(scope -> scope.contains(word));
    }

    private double contextOf(int word, int other) {
      int sentence = alignment.evidence().words().get(other).sentence();
      int[] around =
          alignment.evidence().around(other, NEAR_THERE).filter(i -> isOf(sentence, i)).toArray();
      int[] near = alignment.statement().around(word, NEAR).filter(i -> i != word).toArray();
      return alignment.mean(near, around);
    }

    private boolean isOf(int sentence, int there) {
      return alignment.evidence().words().get(there).sentence() == sentence;
    }
  }
}
