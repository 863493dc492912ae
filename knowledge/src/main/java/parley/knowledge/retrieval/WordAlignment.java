package parley.knowledge.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.knowledge.index.Terms.Term;

/**
 * Finds for each word of one question its best counterpart in a text: the same stem, or a word near
 * in meaning. For one thread: it remembers words it has compared.
 */
final class WordAlignment {

  /** Unrelated words reach cosines up to about here; from here to 1 nearness rises from 0 to 1. */
  private static final double UNRELATED = 0.4;

  private final WordVectors vectors;
  private final List<Map.Entry<String, String>> asked;
  private final double[] weights;
  private final Map<String, double[]> compared = new HashMap<>();

  WordAlignment(QuestionProfile question, WordVectors vectors) {
    this.vectors = vectors;
    this.asked = List.copyOf(question.words().entrySet());
    double all = question.weights().values().stream().mapToDouble(w -> w).sum();
    this.weights =
        asked.stream()
            .mapToDouble(word -> all == 0 ? 0 : question.weights().get(word.getKey()) / all)
            .toArray();
  }

  /** For each word of the question the nearness of its best counterpart, 0 to 1. */
  double[] nearest(List<Term> terms) {
    double[] nearest = new double[weights.length];
    for (Term term : terms) {
      raise(nearest, compared.computeIfAbsent(key(term), key -> compare(term)));
    }
    return nearest;
  }

  private static String key(Term term) {
    return term.stem() + ' ' + term.word();
  }

  private double[] compare(Term term) {
    String word = term.word().toLowerCase(Locale.ENGLISH);
    return asked.stream()
        .mapToDouble(
            ask ->
                ask.getKey().equals(term.stem())
                    ? 1
                    : nearness(vectors.cosine(ask.getValue(), word)))
        .toArray();
  }

  private static double nearness(double cosine) {
    return Math.min(1, Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED)));
  }

  /** Raises each number to the other one where that is higher. */
  static void raise(double[] numbers, double[] others) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.max(numbers[i], others[i]);
    }
  }

  /**
   * The question's weight that is aligned, 0 to 1: what the sentence aligns, or a share of what its
   * paragraph does.
   */
  double aligned(double[] sentence, double[] paragraph, double paragraphShare) {
    double aligned = 0;
    for (int i = 0; i < weights.length; i++) {
      aligned += weights[i] * Math.max(sentence[i], paragraphShare * paragraph[i]);
    }
    return aligned;
  }
}
