package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;

/** Reads literal text as if it stood in a file. */
final class Read {

  private Read() {}

  static SourceDocument file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static SourceDocument file(String name, byte[] content) {
    List<SourceDocument> documents = all(name, content);
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  static List<SourceDocument> all(String name, String content) {
    return all(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<SourceDocument> all(String name, byte[] content) {
    DocumentFile file =
        new DocumentFile(
            name.replaceFirst("\\.[^.]*$", ""), name, () -> new ByteArrayInputStream(content));
    return new DocumentReader().read(file, file.bytes());
  }

  static List<String> paragraphs(String name, String content) {
    return paragraphs(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> paragraphs(String name, byte[] content) {
    return file(name, content).paragraphs().stream().map(Paragraph::text).toList();
  }
}
