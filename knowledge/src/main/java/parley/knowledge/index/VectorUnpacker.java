package parley.knowledge.index;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads what {@link VectorPacker} has packed, in the same order. For one thread; every method
 * throws {@link UncheckedIOException} where the bytes end.
 */
public final class VectorUnpacker {

  private final DataInputStream in;

  /** Begins with the first byte. */
  public VectorUnpacker(byte[] bytes) {
    this.in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** The next whole number. */
  public int number() {
    return read(DataInputStream::readInt);
  }

  /** The next text. */
  public String text() {
    return read(data -> data.readUTF());
  }

  /** The next vector. */
  public float[] vector() {
    return read(
        data -> {
          float[] vector = new float[data.readInt()];
          float step = data.readFloat();
          byte[] steps = new byte[vector.length];
          data.readFully(steps);
          for (int i = 0; i < vector.length; i++) {
            vector[i] = steps[i] * step;
          }
          return vector;
        });
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
