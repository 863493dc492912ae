package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import parley.knowledge.index.Terms;

/**
 * A statement laid beside what it cites and what else was retrieved.
 *
 * @param cited the statement's words and those of the passages it cites
 * @param others the same with each other passage
 * @param instructions the same with what the passages bid a machine to do
 * @param facts how its numbers and names stand there
 * @param numbers whether its numbers count the same there
 * @param contradiction how much it looks turned round
 */
record Comparison(
    Alignment cited,
    List<Alignment> others,
    Alignment instructions,
    Facts facts,
    NumberContext numbers,
    Contradiction contradiction) {

  /** How well the word behind a number must follow another one for the number to be wrong. */
  private static final double COUNTS_THE_SAME = 0.9;

  Comparison {
    others = List.copyOf(others);
  }

  static Comparison of(
      Alignment cited, List<Alignment> others, Alignment instructions, Facts facts) {
    return new Comparison(
        cited,
        others,
        instructions,
        facts,
        NumberContext.of(cited, facts.figures()),
        Contradiction.of(cited));
  }

  /** Whether it gives another number of something than what it cites. */
  boolean countsAnother() {
    return numbers.contested() >= COUNTS_THE_SAME;
  }

  /** The likeness of the worst matched word, 0 to 1. */
  double least() {
    return Arrays.stream(cited.best()).min().orElse(0);
  }

  /**
   * The likeness of the worst matched of the words with these stems, 0 to 1; 1 without any. What
   * stands around the passages is matched; one whose nearest is its opposite is not, nor is a name
   * that is not there.
   */
  double leastOf(Set<String> stems) {
    List<Word> words = cited.statement().words();
    Set<String> around = Terms.stems(facts.cited().around());
    return IntStream.range(0, words.size())
        .filter(word -> stems.contains(words.get(word).stem()))
        .filter(word -> !around.contains(words.get(word).stem()))
        .mapToDouble(word -> matched(words.get(word), word))
        .min()
        .orElse(1);
  }

  private double matched(Word word, int at) {
    double near = cited.best(at);
    boolean another = word.named() && near < Alignment.KIN;
    return another || isOpposite(at, cited.nearest(at)) ? 0 : near;
  }

  private boolean isOpposite(int said, int there) {
    return there >= 0
        && Opposites.are(
            cited.statement().words().get(said).stem(), cited.evidence().words().get(there).stem());
  }

  /** The share of words whose nearest is not as near as the bound. */
  double shareBelow(double bound) {
    return Arrays.stream(cited.best()).map(near -> near < bound ? 1 : 0).average().orElse(1);
  }

  /** The logarithm of the number of words: the longer, the worse its worst word may be. */
  double length() {
    return Math.log1p(cited.best().length);
  }

  /** How much nearer its words are elsewhere, on average, counting only those that are. */
  double gainElsewhere() {
    double[] here = cited.best();
    return IntStream.range(0, here.length)
        .mapToDouble(word -> Math.max(0, bestElsewhere(word) - here[word]))
        .average()
        .orElse(0);
  }

  private double bestElsewhere(int word) {
    return others.stream().mapToDouble(other -> other.best(word)).max().orElse(0);
  }

  /** How much nearer the statement is to the nearest other passage, at least 0. */
  double nearerElsewhere() {
    double other = others.stream().mapToDouble(Alignment::mean).max().orElse(0);
    return Math.max(0, other - cited.mean());
  }

  /** The same, of two neighbouring sentences. */
  double nearerSentencesElsewhere() {
    double other = others.stream().mapToDouble(Alignment::meanOfTwoSentences).max().orElse(0);
    return Math.max(0, other - cited.meanOfTwoSentences());
  }

  /** How much nearer the statement is to an instruction than to what is told, at least 0. */
  double instructed() {
    return Math.max(0, instructions.mean() - cited.mean());
  }
}
