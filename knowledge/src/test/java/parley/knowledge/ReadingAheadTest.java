package parley.knowledge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.document.DocumentFiles;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;

class ReadingAheadTest {

  @TempDir private Path folder;
  private Path documents;
  private StoredEmbeddingModel embeddings;
  private PassageIndex index;
  private final List<String> read = new CopyOnWriteArrayList<>();
  private final Attention attention = new Attention();

  @BeforeEach
  void open() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    embeddings = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder.resolve("e"));
    index = LucenePassageIndex.open(folder.resolve("index"), "test");
    write("dredging.md", "---\ndate: 2019-06-02\n---\nThe harbour was dredged.\n\nIt took a year.");
    write("ferries.md", "---\ndate: 2021-01-01\n---\nFerries sail to Skagen.");
  }

  @AfterEach
  void close() {
    index.close();
    embeddings.close();
  }

  @Test
  void passagesOfTheNewestDocumentAreReadFirst() {
    try (ReadingAhead ahead = start()) {
      await().atMost(20, SECONDS).until(ahead::isDone);
      assertThat(read)
          .containsExactly(
              "Ferries sail to Skagen.", "The harbour was dredged.", "It took a year.");
    }
  }

  @Test
  void whatComesLaterIsReadToo() throws IOException {
    try (ReadingAhead ahead = start()) {
      await().atMost(20, SECONDS).until(ahead::isDone);
      write("cranes.md", "Two cranes work on the quay.");
      assertThat(ahead.isDone()).isFalse();
      await().atMost(20, SECONDS).until(ahead::isDone);
      assertThat(read).contains("Two cranes work on the quay.");
    }
  }

  @Test
  void readingStepsAsideForAQuestion() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread asking =
        new Thread(
            () ->
                attention.to(
                    () -> {
                      asked.countDown();
                      await().until(() -> answered.getCount() == 0);
                      return true;
                    }));
    asking.start();
    asked.await();
    Thread reading = new Thread(this::readQuietly);
    reading.start();
    await().until(() -> reading.getState() == Thread.State.TIMED_WAITING);
    assertThat(read).isEmpty();
    answered.countDown();
    reading.join();
    asking.join();
    assertThat(read).containsExactly("quiet");
  }

  private void readQuietly() {
    try {
      attention.awaitQuiet(Duration.ofMinutes(1));
      read.add("quiet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ReadingAhead start() {
    return ReadingAhead.start(index, embeddings, passage -> read.add(passage.text()), attention);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(documents.resolve(name), text);
    new IndexUpdater(index, embeddings)
        .update(DocumentFiles.in(List.of(documents)), (done, all) -> {});
  }
}
