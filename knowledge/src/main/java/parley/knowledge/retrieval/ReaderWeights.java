package parley.knowledge.retrieval;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import parley.knowledge.document.DocumentFile;

/**
 * The fitted numbers of {@link Reader}, as {@code FitReader} writes them.
 *
 * @param matrices one for each {@link Part}
 */
record ReaderWeights(Map<Part, Matrix> matrices) {

  private static final String RESOURCE = "reader.bin";

  /** What the numbers are for. A vector is a matrix of one row. */
  enum Part {
    /** What is taken from tokens' vectors, and what they are divided by then. */
    MEAN,
    SCALE,
    /** Tokens as they are matched: by the cosine. */
    MATCH,
    /** How much nearer counterparts are preferred. */
    SHARPNESS,
    /** Tokens as they are compared once they are matched. */
    VALUE,
    /** A comparison: of the question's token, its counterpart, their product, their cosines. */
    ASKED,
    COUNTERPART,
    PRODUCT,
    COSINES,
    COMPARISON_BIAS,
    /** How much each token of the question counts. */
    IMPORTANCE,
    /** How much each token tells of what is asked for, and what it tells. */
    TELLING,
    WANTED,
    /** What a token of the passage can be an answer to, whether it is wanted and not yet known. */
    OFFERED,
    FITTING,
    KNOWN,
    OFFER_BIAS,
    /** What follows from all comparisons and offers. */
    HIDDEN,
    HIDDEN_BIAS,
    VERDICT,
    VERDICT_BIAS
  }

  ReaderWeights {
    matrices = Map.copyOf(matrices);
  }

  Matrix of(Part part) {
    return Objects.requireNonNull(matrices.get(part), part::name);
  }

  /** A copy of the numbers of a vector. */
  float[] vector(Part part) {
    return of(part).values().clone();
  }

  float number(Part part) {
    return of(part).values()[0];
  }

  static ReaderWeights load() {
    try (InputStream in = ReaderWeights.class.getResourceAsStream(RESOURCE)) {
      return read(Objects.requireNonNull(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReaderWeights read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    Map<Part, Matrix> matrices = new TreeMap<>();
    for (Part part : Part.values()) {
      int rows = data.readInt();
      int columns = data.readInt();
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = data.readFloat();
      }
      matrices.put(part, new Matrix(rows, columns, values));
    }
    return new ReaderWeights(matrices);
  }

  /** Tells these numbers from others. */
  String fingerprint() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DocumentFile.fingerprint(bytes.toByteArray());
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    for (Part part : Part.values()) {
      Matrix matrix = of(part);
      data.writeInt(matrix.rows());
      data.writeInt(matrix.columns());
      for (float value : matrix.values()) {
        data.writeFloat(value);
      }
    }
    data.flush();
  }
}
