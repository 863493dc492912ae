package parley.knowledge.retrieval;

import java.util.List;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.index.WordVector;

/**
 * The mean of all words' vectors. A model puts all words into a narrow cone; seen from its middle
 * they are apart (Mu and Viswanath 2018). Words of a model with vectors of another length, whose
 * middle is not known, stay where they are.
 */
final class WordCentre {

  private final float[] centre;

  WordCentre(List<Double> centre) {
    this.centre = new float[centre.size()];
    for (int i = 0; i < this.centre.length; i++) {
      this.centre[i] = centre.get(i).floatValue();
    }
  }

  /** The words' vectors as seen from the centre, of length 1. */
  List<WordVector> from(List<WordVector> words) {
    return words.stream()
        .map(word -> new WordVector(word.stem(), VectorUtil.l2normalize(minus(word.vector()))))
        .toList();
  }

  private float[] minus(float[] vector) {
    float[] difference = vector.clone();
    if (difference.length != centre.length) {
      return difference;
    }
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= centre[i];
    }
    return difference;
  }
}
