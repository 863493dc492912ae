package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.Paragraph;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
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

  @Test
  void givesBackAllThatIsKnownOfADocument() {
    Source report =
        new Source(
            "press/report",
            "The report",
            "Courier",
            LocalDate.of(2026, 1, 6),
            "https://example.org/report",
            "en",
            1,
            "A. Writer",
            List.of("talks", "Public"),
            "press");
    put(report, "A page of the report.", "of-file", "press/all");

    assertThat(index.sources(Set.of("press/report"))).containsExactly(report);
    assertThat(index.fingerprints()).containsEntry("press/report", "of-file");
    assertThat(index.files()).containsEntry("press/report", "press/all");
    assertThat(candidates("page"))
        .extracting(Candidate::passage)
        .contains(new Passage(report, 1, "Supplies", "A page of the report.", 7));
  }

  /** As a list may be that ends no sentence: beyond what Lucene allows a term. */
  @Test
  void keepsAPassageOfAHundredThousandLetters() {
    String text = "barrels and casks, ".repeat(5_000) + "a keg";
    put(new Source("list", "The list", null, null, null, null, 1), text, "1", "list");

    assertThat(candidates("keg").get(0).passage().text()).isEqualTo(text);
  }

  /** Each segment that is left takes time of every search. */
  @Test
  void mergesWhatManyChangesLeave() throws IOException {
    for (int i = 0; i < 40; i++) {
      String id = "note-" + i;
      put(new Source(id, "A note", null, null, null, null, 1), "Note " + i, "1", id);
    }

    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".si")).count()).isLessThan(15);
    }
    assertThat(index.passages()).isEqualTo(42);
  }

  private void put(Source source, String text, String fingerprint, String file) {
    SourceDocument document =
        new SourceDocument(source, List.of(new Paragraph(1, "Supplies", text, 7)));
    Passage passage = new Passage(source, 1, "Supplies", text, 7);
    Embedding vector = embeddings.embed("a note").content();
    index.apply(
        List.of(
            new IndexChange.Put(
                document,
                fingerprint,
                List.of(new IndexChange.EmbeddedPassage(passage, text, vector)),
                file)));
  }

  private List<Candidate> candidates(String query) {
    return index.candidates(query, () -> embeddings.embed(query).content(), 10, Set.of()).stream()
        .sorted(Comparator.comparingDouble(Candidate::lexical).reversed())
        .toList();
  }
}
