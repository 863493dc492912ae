package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.index.TokenVector;
import parley.knowledge.retrieval.ReaderWeights.Part;

/**
 * A question as {@link Reader} sees it; of its tokens each.
 *
 * @param matched as they are matched, of length 1
 * @param asked their share of a comparison
 * @param compared what gives their counterparts' share of it: the numbers for these and for their
 *     products with a token are one matrix once the token is known, which is multiplied with for
 *     each sentence that is read
 * @param importance how much they count, 1 in all
 * @param wanted what is asked for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadQuestion(
    float[][] matched, float[][] asked, List<Matrix> compared, float[] importance, float[] wanted) {

  static ReadQuestion of(List<TokenVector> tokens, ReaderWeights weights) {
    float[][] matched = new float[tokens.size()][];
    float[][] asked = new float[tokens.size()][];
    List<Matrix> compared = new ArrayList<>();
    float[] importance = new float[tokens.size()];
    float[] telling = new float[tokens.size()];
    float[][] told = new float[tokens.size()][];
    for (int i = 0; i < tokens.size(); i++) {
      float[] token = Reader.standardised(tokens.get(i).vector(), weights);
      matched[i] = VectorUtil.l2normalize(weights.of(Part.MATCH).times(token), false);
      asked[i] = weights.of(Part.ASKED).times(token);
      VectorUtil.add(asked[i], weights.vector(Part.COMPARISON_BIAS));
      compared.add(compared(weights.of(Part.VALUE).times(token), weights));
      importance[i] = weights.of(Part.IMPORTANCE).times(token)[0];
      telling[i] = weights.of(Part.TELLING).times(token)[0];
      told[i] = weights.of(Part.WANTED).times(token);
    }
    Reader.softmax(importance);
    Reader.softmax(telling);
    float[] wanted = new float[weights.of(Part.WANTED).columns()];
    for (int i = 0; i < told.length; i++) {
      Reader.add(wanted, telling[i], told[i]);
    }
    return new ReadQuestion(matched, asked, compared, importance, wanted);
  }

  private static Matrix compared(float[] value, ReaderWeights weights) {
    return weights.of(Part.COUNTERPART).plus(weights.of(Part.PRODUCT), value);
  }

  int tokens() {
    return matched.length;
  }
}
