package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.index.WordVector;

/**
 * How well the words of a question find a counterpart in a text, each by its nearest word there as
 * the model sees both between their neighbours: late interaction (Khattab and Zaharia 2020).
 *
 * @param mean the mean over the question's words of the cosine with the nearest word
 * @param least that of the word that is worst matched
 * @param secondLeast that of the next
 * @param greatest that of the word that is best matched
 */
record WordMatch(double mean, double least, double secondLeast, double greatest) {

  private static final WordMatch NONE = new WordMatch(0, 0, 0, 0);

  /** Vectors are to be centred and of length 1. */
  static WordMatch of(List<WordVector> question, List<WordVector> text) {
    if (question.isEmpty()) {
      return NONE;
    }
    double[] nearest = question.stream().mapToDouble(word -> nearest(word, text)).toArray();
    Arrays.sort(nearest);
    return new WordMatch(
        Arrays.stream(nearest).average().orElse(0),
        nearest[0],
        nearest[Math.min(1, nearest.length - 1)],
        nearest[nearest.length - 1]);
  }

  private static double nearest(WordVector word, List<WordVector> text) {
    return text.stream()
        .mapToDouble(other -> VectorUtil.dotProduct(word.vector(), other.vector()))
        .max()
        .orElse(-1);
  }
}
