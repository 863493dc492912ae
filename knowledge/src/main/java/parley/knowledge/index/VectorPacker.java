package parley.knowledge.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Packs vectors, numbers and words into bytes that {@link VectorUnpacker} reads in the same order.
 * A vector takes a byte for each of its numbers, a quarter of its size. For one thread.
 */
public final class VectorPacker {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Packs a whole number. */
  public VectorPacker add(int number) {
    return add(data -> data.writeInt(number));
  }

  /**
   * Packs a text.
   *
   * @param text of at most 65,535 bytes in UTF-8
   */
  public VectorPacker add(String text) {
    return add(data -> data.writeUTF(text));
  }

  /** Packs a vector: each number to within a 254th of the one that is farthest from 0. */
  public VectorPacker add(float[] vector) {
    float greatest = 0;
    for (float number : vector) {
      greatest = Math.max(greatest, Math.abs(number));
    }
    float step = greatest == 0 ? 1 : greatest / Byte.MAX_VALUE;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return add(
        data -> {
          data.writeInt(steps.length);
          data.writeFloat(step);
          data.write(steps);
        });
  }

  /** All that was packed. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private VectorPacker add(Writing writing) {
    try {
      writing.to(out);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
