package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/**
 * Tokens of a passage set against those of a question.
 *
 * @param from the first token
 * @param cosines for each token of the question those with each of this run
 * @param nearest the greatest of them for each token of the question, −1 if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadRun(int from, int tokens, float[][] cosines, float[] nearest) {

  static ReadRun of(ReadQuestion question, ReadPassage passage, int from, int to) {
    float[][] cosines = new float[question.tokens()][to - from];
    float[] nearest = new float[question.tokens()];
    Arrays.fill(nearest, -1);
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < to - from; j++) {
        cosines[i][j] = VectorUtil.dotProduct(question.matched()[i], passage.matched()[from + j]);
        nearest[i] = Math.max(nearest[i], cosines[i][j]);
      }
    }
    return new ReadRun(from, to - from, cosines, nearest);
  }

  /** For each token of the question the greatest cosine in any of these runs, at least one. */
  static float[] nearest(List<ReadRun> runs) {
    float[] nearest = runs.get(0).nearest().clone();
    for (ReadRun run : runs) {
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.max(nearest[i], run.nearest()[i]);
      }
    }
    return nearest;
  }

  /** What stands here for a token of the question: the values near to it, mixed. */
  float[] counterpart(ReadPassage passage, int token, float sharpness) {
    float[] shares = cosines[token].clone();
    for (int j = 0; j < shares.length; j++) {
      shares[j] *= sharpness;
    }
    Reader.softmax(shares);
    float[] mixed = new float[passage.values()[from].length];
    for (int j = 0; j < shares.length; j++) {
      Reader.add(mixed, shares[j], passage.values()[from + j]);
    }
    return mixed;
  }

  /** The greatest cosine of one of these tokens with any of the question. */
  float known(int token) {
    float known = -1;
    for (float[] row : cosines) {
      known = Math.max(known, row[token]);
    }
    return known;
  }
}
