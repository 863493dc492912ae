package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.Source;
import parley.knowledge.document.DocumentFiles;

class IndexUpdaterTest {

  @TempDir private Path documents;
  @TempDir private Path data;

  private final CountingModel model = new CountingModel();

  @BeforeEach
  void twoDocuments() throws IOException {
    write("fleet.md", "# The fleet\n\nTwo ships sailed at dawn.\n\nNone came back by night.");
    write("market.md", "# The market\n\nBread is dear this winter in the whole town.");
    assertThat(update()).containsExactly("fleet", "market");
    model.takeEmbedded();
  }

  @Test
  void embedsNothingAgainWhenNothingChanged() {
    assertThat(update()).containsExactly("fleet", "market");
    assertThat(model.takeEmbedded()).isEmpty();
  }

  @Test
  void embedsOnlyWhatChanged() throws IOException {
    write("fleet.md", "# The fleet\n\nTwo ships sailed at dawn.\n\nThree came back at night.");

    update();

    assertThat(model.takeEmbedded())
        .isNotEmpty()
        .allMatch(text -> text.contains("Three came back at night."));
  }

  @Test
  void embedsNothingWhenADocumentIsRenamed() throws IOException {
    Files.move(documents.resolve("fleet.md"), documents.resolve("ships.md"));

    assertThat(update()).containsExactly("market", "ships");
    assertThat(model.takeEmbedded()).isEmpty();
  }

  @Test
  void takesOutWhatIsGone() throws IOException {
    Files.delete(documents.resolve("market.md"));

    assertThat(update()).containsExactly("fleet");
  }

  @Test
  void skipsABadDocumentAndServesTheRest() throws IOException {
    Files.write(documents.resolve("noise.txt"), new byte[] {0, 1, 2, 3, 4});

    assertThat(update()).containsExactly("fleet", "market");
  }

  @Test
  void servesWhatADocumentHeldBeforeItBroke() throws IOException {
    Files.write(documents.resolve("market.md"), new byte[] {0, 1, 2, 3, 4});

    assertThat(update()).containsExactly("fleet", "market");
    assertThat(update()).containsExactly("fleet", "market");

    Files.delete(documents.resolve("market.md"));
    assertThat(update()).containsExactly("fleet");
  }

  @Test
  void embedsOnlyTheArticlesOfATableThatAreNew() throws IOException {
    write("news.csv", "id,title,text\nsalt,Salt,Salt is dear.\noil,Oil,Oil is cheap.\n");
    assertThat(update()).containsExactly("fleet", "market", "news/oil", "news/salt");
    model.takeEmbedded();

    write("news.csv", "id,title,text\nsalt,Salt,Salt is dear.\ntin,Tin,Tin is rare.\n");

    assertThat(update()).containsExactly("fleet", "market", "news/salt", "news/tin");
    assertThat(model.takeEmbedded()).isNotEmpty().allMatch(text -> text.contains("Tin"));
    assertThat(update()).containsExactly("fleet", "market", "news/salt", "news/tin");
    assertThat(model.takeEmbedded()).isEmpty();
  }

  @Test
  void servesTheFirstOfTwoDocumentsWithOneId() throws IOException {
    write("news.csv", "id,text\n7,Salt is dear.\n");
    Files.createDirectory(documents.resolve("news"));
    write("news/7.md", "Oil is cheap.");
    write("7.md", "Tin is rare.");

    assertThat(update()).containsExactly("7", "fleet", "market", "news/7");
    assertThat(update()).containsExactly("7", "fleet", "market", "news/7");
  }

  @Test
  void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.md"), "The password is a secret.");
    Files.createSymbolicLink(documents.resolve("out.md"), secret);
    Files.createSymbolicLink(documents.resolve("folder"), elsewhere);
    Files.createSymbolicLink(documents.resolve("within.md"), documents.resolve("fleet.md"));

    assertThat(update()).containsExactly("fleet", "market", "within");
  }

  @Test
  void readsFilesOfAnyName() throws IOException {
    write("the ⚓ harbour, at dawn.md", "Ships come at dawn.");

    assertThat(update()).containsExactly("fleet", "market", "the ⚓ harbour, at dawn");
  }

  @Test
  void readsTenThousandFiles() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      write("n" + i + ".txt", "The news of the day are always the same.");
    }

    assertThat(update()).hasSize(10_002);
  }

  @Test
  void keepsTheLastGoodIndexWhenItDiesHalfWay() throws IOException {
    write("news.md", "# News\n\nA third ship was built in the dry dock.");
    Files.delete(documents.resolve("market.md"));
    model.breakOffAfter(0);

    assertThatThrownBy(this::update).hasMessage("the process dies here");

    assertThat(served()).containsExactly("fleet", "market");
    model.breakOffAfter(Integer.MAX_VALUE);
    assertThat(update()).containsExactly("fleet", "news");
  }

  @Test
  void makesADamagedIndexAnewFromKeptEmbeddings() throws IOException {
    for (Path file : filesOfIndex()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(file, bytes);
    }

    assertThat(update()).containsExactly("fleet", "market");
    assertThat(model.takeEmbedded()).isEmpty();
  }

  @Test
  void saysThatAnotherProcessChangesTheIndex() throws IOException {
    write("news.md", "# News\n\nA third ship was built in the dry dock.");
    try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
        IndexWriter other = new IndexWriter(directory, new IndexWriterConfig())) {
      assertThat(other.isOpen()).isTrue();

      assertThatThrownBy(this::update)
          .isInstanceOf(IndexException.class)
          .hasMessage(
              "another process is changing the index in "
                  + data.resolve("index")
                  + ": wait for it, or use other data");
      assertThat(served()).containsExactly("fleet", "market");
    }
  }

  private List<String> update() {
    try (StoredEmbeddingModel embeddings =
            new StoredEmbeddingModel(model.named("e5"), data.resolve("embeddings"));
        LucenePassageIndex index = LucenePassageIndex.open(data.resolve("index"), "test")) {
      new IndexUpdater(index, embeddings)
          .update(DocumentFiles.in(List.of(documents)), (done, total) -> {});
      return index.sources().stream().map(Source::id).toList();
    }
  }

  private List<String> served() {
    try (LucenePassageIndex index = LucenePassageIndex.open(data.resolve("index"), "test")) {
      return index.sources().stream().map(Source::id).toList();
    }
  }

  private List<Path> filesOfIndex() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("index"))) {
      return files.filter(file -> !file.endsWith("write.lock")).toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(documents.resolve(name), text);
  }
}
