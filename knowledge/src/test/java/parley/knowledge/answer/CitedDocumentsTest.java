package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

class CitedDocumentsTest {

  private final List<String> read = new ArrayList<>();

  @Test
  void eachDocumentIsReadOnceHoweverOftenItIsCited() {
    CitedDocuments documents = new CitedDocuments(this::read);

    assertThat(documents.get("mill")).isEqualTo(documents.get("mill")).isPresent();
    assertThat(documents.get("gone")).isEqualTo(documents.get("gone")).isEmpty();
    assertThat(read).containsExactly("mill", "gone");
  }

  private Optional<SourceDocument> read(String id) {
    read.add(id);
    return id.equals("gone")
        ? Optional.empty()
        : Optional.of(
            new SourceDocument(
                new Source(id, "The mill", null, null, null, null, 1),
                List.of(new Paragraph(1, null, "The mill at Holm grinds rye."))));
  }
}
