package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sentences found for one question with their features and scores, at least one. */
final class ScoredSentences {

  private final SentenceMatcher.Matched matched;
  private final double[] read;
  private final double[] scores;
  private final double aboveMean;
  private final List<Integer> bestFirst;
  private final WordMatch inSentence;
  private final WordMatch inParagraph;

  /**
   * @param contexts the sentences
   * @param matched their features
   * @param unread how good each seems before it is read
   * @param read what the reader says of each
   * @param model ranks them by both
   * @param words looks at the best of them word by word
   */
  ScoredSentences(
      List<SentenceContext> contexts,
      SentenceMatcher.Matched matched,
      double[] unread,
      double[] read,
      LinearModel model,
      WordMatcher words) {
    this.matched = matched;
    this.read = read.clone();
    this.scores =
        IntStream.range(0, unread.length)
            .mapToDouble(i -> model.score(new double[] {unread[i], read[i]}))
            .toArray();
    this.aboveMean =
        Arrays.stream(unread).max().orElse(0) - Arrays.stream(unread).average().orElse(0);
    this.bestFirst =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Collections.reverseOrder(Comparator.comparingDouble(i -> scores[i])))
            .toList();
    SentenceContext best = contexts.get(bestFirst.get(0));
    this.inSentence = words.withSentence(best);
    this.inParagraph = words.withParagraph(best);
  }

  /** A sentence's score; higher is better. */
  double score(int sentence) {
    return scores[sentence];
  }

  double best() {
    return scores[bestFirst.get(0)];
  }

  /** How far the best one stands above the mean, before any is read. */
  double aboveMean() {
    return aboveMean;
  }

  /** What the reader says of the best one. */
  double readOfBest() {
    return read[bestFirst.get(0)];
  }

  /** The logarithm of how much more probable the reader takes any to be right than none. */
  double readOfAll() {
    return Math.log(Arrays.stream(read).map(Math::exp).sum());
  }

  double unknown() {
    return matched.unknown();
  }

  double unknownNames() {
    return matched.unknownNames();
  }

  double coverage() {
    return matched.coverage();
  }

  double ofBest(SentenceFeature feature) {
    return feature.in(matched.features().get(bestFirst.get(0)));
  }

  double greatest(SentenceFeature feature) {
    return matched.features().stream().mapToDouble(feature::in).max().orElse(0);
  }

  /** How well the question's words are matched in the best sentence. */
  WordMatch inSentence() {
    return inSentence;
  }

  /** The same in its paragraph. */
  WordMatch inParagraph() {
    return inParagraph;
  }

  /** Places of the sentences, best first. */
  List<Integer> bestFirst() {
    return bestFirst;
  }
}
