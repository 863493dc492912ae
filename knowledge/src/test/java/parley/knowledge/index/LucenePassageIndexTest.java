package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.Paragraph;
import parley.knowledge.document.DocumentFiles;

class LucenePassageIndexTest {

  @TempDir private Path folder;

  private StoredEmbeddingModel embeddings;
  private LucenePassageIndex index;

  @BeforeEach
  void oneDocument() throws IOException {
    Files.createDirectory(folder.resolve("documents"));
    Files.writeString(
        folder.resolve("documents/fleet.md"),
        """
        # The fleet

        Two ships sailed for Iceland at dawn.

        ## Supplies

        The crew took bread, salt and twenty barrels of water.
        """);
    embeddings =
        new StoredEmbeddingModel(new CountingModel().named("e5"), folder.resolve("embeddings"));
    index = LucenePassageIndex.open(folder.resolve("index"), "test");
    new IndexUpdater(index, embeddings)
        .update(DocumentFiles.in(List.of(folder.resolve("documents"))), (done, total) -> {});
  }

  @AfterEach
  void close() {
    index.close();
    embeddings.close();
  }

  @Test
  void findsByWords() {
    assertThat(candidates("barrel"))
        .extracting(candidate -> candidate.passage().paragraph(), Candidate::lexical)
        .satisfies(
            found -> {
              assertThat(found.get(0).toList().get(0)).isEqualTo(2);
              assertThat((double) found.get(0).toList().get(1)).isPositive();
              assertThat(found.get(1).toList()).containsExactly(1, 0.0);
            });
  }

  @Test
  void findsByMeaning() {
    Candidate nearest =
        candidates("What did the sailors eat and drink?").stream()
            .max(Comparator.comparingDouble(Candidate::similarity))
            .orElseThrow();

    assertThat(nearest.passage().text())
        .isEqualTo("The crew took bread, salt and twenty barrels of water.");
    assertThat(nearest.passage().section()).isEqualTo("Supplies");
    assertThat(nearest.similarity()).isBetween(0.5, 1.0);
  }

  @Test
  void countsPassagesThatHoldAStem() {
    assertThat(index.passages()).isEqualTo(2);
    assertThat(index.passagesWith("barrel")).isEqualTo(1);
    assertThat(index.passagesWith("fleet")).isEqualTo(2);
    assertThat(index.passagesWith("20")).isEqualTo(1);
    assertThat(index.passagesWith("whale")).isZero();
  }

  @Test
  void givesADocumentBack() {
    assertThat(index.document("fleet").orElseThrow().paragraphs())
        .containsExactly(
            new Paragraph(1, null, "Two ships sailed for Iceland at dawn."),
            new Paragraph(2, "Supplies", "The crew took bread, salt and twenty barrels of water."));
    assertThat(index.document("market")).isEmpty();
  }

  private List<Candidate> candidates(String query) {
    return index.candidates(query, embeddings.embed(query).content(), 10, Set.of()).stream()
        .sorted(Comparator.comparingDouble(Candidate::lexical).reversed())
        .toList();
  }
}
