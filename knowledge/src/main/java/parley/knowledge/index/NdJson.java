package parley.knowledge.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of JSON, as OpenSearch takes several searches or changes at once. For one thread. */
final class NdJson {

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  NdJson add(Object line) {
    try {
      lines.write(ClusterConnection.JSON.writeValueAsBytes(line));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  int size() {
    return lines.size();
  }

  byte[] bytes() {
    return lines.toByteArray();
  }
}
