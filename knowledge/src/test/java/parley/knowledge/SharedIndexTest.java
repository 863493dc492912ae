package parley.knowledge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.index.OpenSearchCluster;

/** Whoever starts while another process changes the index answers at once from what it holds. */
class SharedIndexTest {

  @TempDir private Path folder;
  private Path documents;

  @BeforeEach
  void write() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    write("dredging.md", "The harbour of Lindholm was dredged in the spring of 2019.");
  }

  @Test
  void inAFolder() throws IOException {
    builder("one").open().close();
    write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
    KnowledgeBase knowledge;
    try (FSDirectory index = FSDirectory.open(folder.resolve("one/index"));
        Lock changing = index.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      knowledge = builder("one").watch().open();

      changing.ensureValid();
      assertThat(documents(knowledge)).containsExactly("dredging");
    }
    await().atMost(30, SECONDS).until(() -> documents(knowledge).contains("ferries"));
    knowledge.close();
  }

  @Test
  @Tag("cluster")
  void onACluster() throws IOException {
    try (OpenSearchCluster cluster = OpenSearchCluster.start()) {
      ClusterPlace place = new ClusterPlace(cluster.nodes(), "press");
      builder("one").cluster(place).open().close();
      write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
      CountDownLatch reading = new CountDownLatch(1);
      CountDownLatch mayGoOn = new CountDownLatch(1);
      CompletableFuture<KnowledgeBase> slow =
          CompletableFuture.supplyAsync(
              () ->
                  builder("one")
                      .cluster(place)
                      .watch()
                      .progress(
                          (done, total) -> {
                            reading.countDown();
                            await().until(() -> mayGoOn.getCount() == 0);
                          })
                      .open());
      await().until(() -> reading.getCount() == 0);

      try (KnowledgeBase other = builder("two").cluster(place).watch().open()) {
        assertThat(documents(other)).containsExactly("dredging");
        mayGoOn.countDown();
        await().atMost(30, SECONDS).until(() -> documents(other).contains("ferries"));

        slow.join().close();
        write("cranes.md", "Two cranes work on the quay of Lindholm.");
        await().atMost(30, SECONDS).until(() -> documents(other).contains("cranes"));
      }
      try (KnowledgeBase once = builder("one").cluster(place).open();
          KnowledgeBase watching = builder("two").cluster(place).watch().open()) {
        write("pilots.md", "Four pilots live on the island of Skagen.");
        await().atMost(30, SECONDS).until(() -> documents(watching).contains("pilots"));
        assertThat(documents(once)).contains("cranes");
      }
    }
  }

  private KnowledgeBaseBuilder builder(String data) {
    return KnowledgeBase.builder()
        .documents(List.of(documents))
        .data(folder.resolve(data))
        .unpacked(folder.resolve("model"));
  }

  private static List<String> documents(KnowledgeBase knowledge) {
    return knowledge.sources().stream().map(Source::id).toList();
  }

  /** A file of yesterday, which need not be read twice for what may have been written since. */
  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(documents.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
  }
}
