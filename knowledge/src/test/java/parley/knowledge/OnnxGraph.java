package parley.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes small models in the format of ONNX: protocol buffers, by the field numbers of its {@code
 * onnx.proto}.
 */
final class OnnxGraph {

  static final int FLOAT = 1;
  private static final int INT64 = 7;

  private static final int OPERATORS = 11;
  private static final int IR = 6;

  private static final int INT = 2;
  private static final int INTS = 7;

  private final Message graph = new Message().text(2, "graph");

  /** A matrix of whole numbers, of any size. */
  OnnxGraph input(String name) {
    graph.message(11, value(name, INT64));
    return this;
  }

  /** Numbers that do not change. */
  OnnxGraph constant(String name, float... values) {
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    graph.message(
        5,
        new Message()
            .number(1, values.length)
            .number(2, FLOAT)
            .text(8, name)
            .bytes(9, raw.array()));
    return this;
  }

  /** An operation, as "logits = Sub(shared, bias)". */
  OnnxGraph node(String output, String operation, String... inputs) {
    return node(output, operation, Map.of(), inputs);
  }

  /**
   * One with attributes.
   *
   * @param attributes numbers, or lists of one number
   */
  OnnxGraph node(
      String output, String operation, Map<String, Object> attributes, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    node.text(2, output).text(4, operation);
    attributes.forEach((name, value) -> node.message(5, attribute(name, value)));
    graph.message(1, node);
    return this;
  }

  /** What the model gives. */
  OnnxGraph output(String name) {
    graph.message(12, value(name, FLOAT));
    return this;
  }

  void write(Path file) {
    byte[] model =
        new Message()
            .number(1, IR)
            .message(7, graph)
            .message(8, new Message().text(1, "").number(2, OPERATORS))
            .toBytes();
    try {
      Files.write(file, model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message attribute(String name, Object value) {
    Message attribute = new Message().text(1, name);
    return value instanceof int[] list
        ? attribute.number(8, list[0]).number(20, INTS)
        : attribute.number(3, (int) value).number(20, INT);
  }

  private static Message value(String name, int type) {
    Message tensor = new Message().number(1, type);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message of protocol buffers. */
  private static final class Message {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((field << 3) | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return bytes(field, message.toBytes());
    }

    Message bytes(int field, byte[] bytes) {
      varint((field << 3) | LENGTH_DELIMITED);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private void varint(long value) {
      long rest = value;
      while (rest >= 0x80) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
