package parley.knowledge.retrieval;

import java.util.List;
import org.apache.lucene.util.VectorUtil;
import parley.knowledge.index.TokenVector;
import parley.knowledge.index.VectorPacker;
import parley.knowledge.index.VectorUnpacker;
import parley.knowledge.retrieval.ReaderWeights.Part;

/**
 * A passage as {@link Reader} sees it; of its tokens each.
 *
 * @param starts where they begin in the passage's text
 * @param matched as they are matched, of length 1
 * @param values as they are compared
 * @param offered what they can be an answer to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReadPassage(int[] starts, float[][] matched, float[][] values, float[][] offered) {

  static ReadPassage of(List<TokenVector> tokens, ReaderWeights weights) {
    int[] starts = tokens.stream().mapToInt(TokenVector::start).toArray();
    float[][] matched = new float[starts.length][];
    float[][] values = new float[starts.length][];
    float[][] offered = new float[starts.length][];
    for (int j = 0; j < starts.length; j++) {
      float[] token = Reader.standardised(tokens.get(j).vector(), weights);
      matched[j] = VectorUtil.l2normalize(weights.of(Part.MATCH).times(token), false);
      values[j] = weights.of(Part.VALUE).times(token);
      offered[j] = weights.of(Part.OFFERED).times(token);
    }
    return new ReadPassage(starts, matched, values, offered);
  }

  /** In few bytes, as {@link #of(byte[])} takes them. */
  byte[] packed() {
    VectorPacker packer = new VectorPacker().add(starts.length);
    for (int j = 0; j < starts.length; j++) {
      packer.add(starts[j]).add(matched[j]).add(values[j]).add(offered[j]);
    }
    return packer.bytes();
  }

  static ReadPassage of(byte[] packed) {
    VectorUnpacker unpacker = new VectorUnpacker(packed);
    int tokens = unpacker.number();
    ReadPassage read =
        new ReadPassage(
            new int[tokens], new float[tokens][], new float[tokens][], new float[tokens][]);
    for (int j = 0; j < tokens; j++) {
      read.starts[j] = unpacker.number();
      read.matched[j] = unpacker.vector();
      read.values[j] = unpacker.vector();
      read.offered[j] = unpacker.vector();
    }
    return read;
  }

  /** The first token that begins at this offset of the text or after it. */
  int tokenFrom(int offset) {
    int token = 0;
    while (token < starts.length && starts[token] < offset) {
      token++;
    }
    return token;
  }
}
