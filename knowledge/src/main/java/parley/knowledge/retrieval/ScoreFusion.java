package parley.knowledge.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import parley.knowledge.FoundPassage;
import parley.knowledge.index.Candidate;

/**
 * Makes one order of two kinds of scores by adding them up, each standardised to mean 0 and
 * deviation 1 over the candidates. On the SQuAD articles this puts the right passage first for .856
 * of the questions, reciprocal rank fusion of the same two for .827 ({@code MeasureRetrieval}).
 */
final class ScoreFusion {

  /**
   * Of 1, 1.5 and 2 the best on the SQuAD articles (first .856, .860, .860; among 4 .970 at most).
   */
  private static final double SIMILARITY_WEIGHT = 1.5;

  private ScoreFusion() {}

  /** The candidates with their fused scores, best first. */
  static List<FoundPassage> fuse(List<Candidate> candidates) {
    double[] lexical = standardised(candidates, Candidate::lexical);
    double[] similarity = standardised(candidates, Candidate::similarity);
    return IntStream.range(0, candidates.size())
        .mapToObj(i -> found(candidates.get(i), lexical[i] + SIMILARITY_WEIGHT * similarity[i]))
        .sorted(
            Comparator.comparingDouble(FoundPassage::score)
                .reversed()
                .thenComparing(found -> found.passage().source().id())
                .thenComparing(found -> found.passage().paragraph()))
        .toList();
  }

  private static FoundPassage found(Candidate candidate, double score) {
    return new FoundPassage(candidate.passage(), score, candidate.similarity());
  }

  private static double[] standardised(
      List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
    double[] scores = candidates.stream().mapToDouble(score).toArray();
    double mean = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).average().orElse(0);
    double variance =
        IntStream.range(0, scores.length)
            .mapToDouble(i -> (scores[i] - mean) * (scores[i] - mean))
            .average()
            .orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> (scores[i] - mean) / deviation)
        .toArray();
  }
}
