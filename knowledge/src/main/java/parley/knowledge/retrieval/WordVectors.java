package parley.knowledge.retrieval;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How near in meaning two English words are.
 *
 * <p>The words of bge-small-en-v1.5's vocabulary (MIT licence), each embedded alone by that model,
 * the mean taken off, brought to 64 dimensions by principal components and to a byte each: the way
 * of Model2Vec (Minish, 2024). {@code FitWordVectors} writes the resource. Immutable and
 * thread-safe.
 */
final class WordVectors {
  private static final String RESOURCE = "word-vectors.bin";
  private static final double UNIT = 127 * 127;

  private final Map<String, byte[]> vectors;

  private WordVectors(Map<String, byte[]> vectors) {
    this.vectors = vectors;
  }

  static WordVectors load() {
    InputStream resource = WordVectors.class.getResourceAsStream(RESOURCE);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Objects.requireNonNull(resource, RESOURCE)))) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WordVectors read(DataInputStream in) throws IOException {
    int words = in.readInt();
    int dimensions = in.readInt();
    Map<String, byte[]> vectors = new HashMap<>(words * 2);
    for (int i = 0; i < words; i++) {
      String word = in.readUTF();
      vectors.put(word, in.readNBytes(dimensions));
    }
    return new WordVectors(vectors);
  }

  /** The cosine of two words in small letters, −1 to 1; 0 if either is not known. */
  double cosine(String one, String other) {
    byte[] a = vectors.get(one);
    byte[] b = vectors.get(other);
    if (a == null || b == null) {
      return 0;
    }
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / UNIT;
  }
}
