package parley.knowledge.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes an ONNX model give out what one of its inner layers computes.
 *
 * <p>A model is a message of Protocol Buffers, and fields written after such a message are merged
 * into it: one more output is added by a few bytes at the end of the file.
 */
final class InnerLayer {

  // fields of onnx.proto3, each with the wire type of a run of bytes
  private static final int MODEL_GRAPH = 7 << 3 | 2;
  private static final int GRAPH_OUTPUT = 12 << 3 | 2;
  private static final int VALUE_NAME = 1 << 3 | 2;

  private InnerLayer() {}

  /**
   * What is to be appended to a model.
   *
   * @param value the name of the value that becomes an output, after those that there are; under
   *     120 bytes
   */
  static byte[] asOutput(String value) {
    byte[] name = value.getBytes(StandardCharsets.UTF_8);
    return field(MODEL_GRAPH, field(GRAPH_OUTPUT, field(VALUE_NAME, name)));
  }

  private static byte[] field(int tag, byte[] content) {
    if (content.length > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("a name of " + content.length + " bytes is too long");
    }
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    field.write(tag);
    field.write(content.length);
    field.writeBytes(content);
    return field.toByteArray();
  }
}
