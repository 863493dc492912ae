package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.embedding.Embedding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.document.DocumentFiles;

@Tag("cluster")
class OpenSearchFailoverTest {

  @TempDir private Path data;

  @Test
  void answersWhileANodeStops() throws ExecutionException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    ExecutorService people = Executors.newFixedThreadPool(3);
    try (OpenSearchCluster cluster = OpenSearchCluster.start();
        StoredEmbeddingModel embeddings =
            new StoredEmbeddingModel(new CountingModel().named("e5"), data);
        OpenSearchPassageIndex index =
            OpenSearchPassageIndex.open(
                new ClusterPlace(cluster.nodes(), "parley"), "talks", "test")) {
      IndexUpdater updater = new IndexUpdater(index, embeddings);
      updater.update(DocumentFiles.briefing(), (at, total) -> {});
      Embedding vector = embeddings.embed("Who leads the delegation?").content();
      List<Future<?>> asking = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        asking.add(
            people.submit(
                () -> {
                  while (!done.get()) {
                    assertThat(index.candidates("delegation " + asked, () -> vector, 10, Set.of()))
                        .isNotEmpty();
                    asked.incrementAndGet();
                  }
                }));
      }
      await().until(() -> asked.get() > 50);

      cluster.stop(0);
      int before = asked.get();
      await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() > before + 50);
      index.apply(List.of(new IndexChange.Remove("venezuela")));

      done.set(true);
      for (Future<?> person : asking) {
        person.get();
      }
      assertThat(index.document("venezuela")).isEmpty();
      assertThat(index.document("coalition")).isPresent();
    } finally {
      done.set(true);
      people.shutdownNow();
    }
  }
}
