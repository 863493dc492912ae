package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.embedding.Embedding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.knowledge.Paragraph;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;
import parley.knowledge.cluster.ClusterNodes;
import parley.knowledge.cluster.ClusterPlace;

@Tag("cluster")
class OpenSearchPassageIndexTest {

  private static final int DIMENSION = 32;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Deletes at the next change, and looks for changes at each question. */
  private static final OpenSearchPassageIndex.Patience NONE =
      new OpenSearchPassageIndex.Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO, MINUTE);

  private static final OpenSearchPassageIndex.Patience EAGER =
      new OpenSearchPassageIndex.Patience(
          Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ZERO, MINUTE);

  private static final List<String> WORDS =
      List.of("ships", "sailed", "bread", "dear", "market", "fleet", "harbour", "north", "winter");

  private static OpenSearchCluster cluster;

  private final Random random = new Random(7);
  private Instant now = Instant.parse("2026-01-06T10:00:00Z");

  @BeforeAll
  static void start() {
    cluster = OpenSearchCluster.start();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void isEmptyUntilTheFirstChange() {
    try (PassageIndex index = open("empty", "1", EAGER)) {
      assertThat(index.sources()).isEmpty();
      assertThat(index.passages()).isZero();
      assertThat(index.candidates("bread", () -> vector(), 10, Set.of())).isEmpty();
      assertThat(index.nearestWord("bread", 1)).isEmpty();
      index.apply(List.of(new IndexChange.Remove("fleet")));
      assertThat(index.sources()).isEmpty();
    }
  }

  @Test
  void replacesAndRemovesDocuments() {
    try (PassageIndex index = open("replaced", "1", NONE)) {
      index.apply(List.of(put("fleet", "Two ships sailed."), put("market", "Bread is dear.")));
      index.apply(List.of(put("fleet", "Three ships sailed.", "None came back.")));

      assertThat(texts(index, "ships bread"))
          .containsExactlyInAnyOrder("Three ships sailed.", "None came back.", "Bread is dear.");
      assertThat(index.passagesWith("2")).isZero();
      assertThat(index.document("fleet").orElseThrow().paragraphs()).hasSize(2);

      index.apply(List.of(new IndexChange.Remove("fleet"), new IndexChange.Remove("nothing")));

      assertThat(index.sources()).extracting(Source::id).containsExactly("market");
      assertThat(texts(index, "ships bread")).containsExactly("Bread is dear.");
      assertThat(index.passages()).isEqualTo(1);
    }
  }

  @Test
  void findsInChosenDocumentsOnly() {
    try (PassageIndex index = open("chosen", "1", EAGER)) {
      index.apply(List.of(put("fleet", "Bread on ships."), put("market", "Bread is dear.")));

      assertThat(index.candidates("bread", () -> vector(), 10, Set.of("market")))
          .extracting(it -> it.passage().source().id())
          .containsExactly("market");
    }
  }

  @Test
  void findsAlmostAllOfTheNearestVectors() {
    List<IndexChange.Put> documents =
        IntStream.range(0, 100).mapToObj(it -> manyPassages("d" + it, 20)).toList();
    try (PassageIndex index = open("vectors", "1", EAGER)) {
      index.apply(documents);
      int found = 0;
      for (int question = 0; question < 50; question++) {
        Embedding asked = vector();
        Set<String> exact = nearest(documents, asked, 10);
        index
            .candidates("", () -> asked, 10, Set.of())
            .forEach(it -> exact.remove(it.passage().text()));
        found += 10 - exact.size();
      }

      assertThat(found).isGreaterThanOrEqualTo(475);
    }
  }

  @Test
  void showsAChangeAllAtOnce() throws ExecutionException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try (PassageIndex writer = open("atomic", "1", EAGER);
        PassageIndex other = open("atomic", "1", EAGER)) {
      writer.apply(List.of(put("first", "Bread one.")));
      List<Future<?>> reading = new ArrayList<>();
      for (PassageIndex reader : List.of(writer, other)) {
        reading.add(
            readers.submit(
                () -> {
                  while (!done.get()) {
                    reader.consistently(() -> assertOneDocument(reader));
                  }
                }));
      }
      for (int i = 0; i < 10; i++) {
        String before = i % 2 == 0 ? "first" : "second";
        String after = i % 2 == 0 ? "second" : "first";
        writer.apply(List.of(new IndexChange.Remove(before), put(after, "Bread " + i + ".")));
      }
      done.set(true);
      for (Future<?> reader : reading) {
        reader.get();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private boolean assertOneDocument(PassageIndex index) {
    assertThat(index.sources()).hasSize(1);
    String id = index.sources().get(0).id();
    assertThat(index.document(id)).isPresent();
    assertThat(index.candidates("bread", () -> Embedding.from(new float[DIMENSION]), 10, Set.of()))
        .extracting(it -> it.passage().source().id())
        .containsExactly(id);
    assertThat(index.passages()).isEqualTo(1);
    return true;
  }

  static Stream<OpenSearchPassageIndex.Patience> patiences() {
    return Stream.of(NONE, EAGER);
  }

  /** What is gone is deleted at the next change, or kept, so that it can be counted. */
  @ParameterizedTest
  @MethodSource("patiences")
  void countsAfterEachChangeWhatTheEmbeddedIndexCounts(
      OpenSearchPassageIndex.Patience patience, @TempDir Path folder) {
    String name = "counted-" + patience.unseen().toSeconds();
    try (PassageIndex embedded = LucenePassageIndex.open(folder, "1");
        PassageIndex writer = open(name, "1", patience);
        PassageIndex reader = open(name, "1", patience)) {
      for (int change = 0; change < 8; change++) {
        List<IndexChange> changes = someChanges();
        embedded.apply(changes);
        writer.apply(changes);

        if (change % 3 < 2) { // now and then nobody asks
          assertSameCounts(reader, embedded);
        }
      }
    }
  }

  private List<IndexChange> someChanges() {
    List<IndexChange> changes = new ArrayList<>();
    for (int document = 0; document < 6; document++) {
      switch (random.nextInt(4)) {
        case 0 -> changes.add(new IndexChange.Remove("d" + document));
        case 1 -> changes.add(put("d" + document, someWords(), someWords()));
        default -> {}
      }
    }
    return changes;
  }

  private String someWords() {
    return IntStream.range(0, 12)
        .mapToObj(it -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private void assertSameCounts(PassageIndex index, PassageIndex expected) {
    assertThat(index.sources()).isEqualTo(expected.sources());
    assertThat(index.fingerprints()).isEqualTo(expected.fingerprints());
    assertThat(index.passages()).isEqualTo(expected.passages());
    for (String word : WORDS) {
      for (String stem : Terms.stems(word)) {
        assertThat(index.passagesWith(stem)).as(stem).isEqualTo(expected.passagesWith(stem));
      }
      assertThat(index.nearestWord(word + "x", 1))
          .as(word)
          .isEqualTo(expected.nearestWord(word + "x", 1));
    }
    String query = String.join(" ", WORDS);
    Embedding vector = vector();
    assertThat(scores(index, query, vector)).isEqualTo(scores(expected, query, vector));
  }

  /** By words, in ten thousandths. */
  private static Map<String, Long> scores(PassageIndex index, String query, Embedding vector) {
    return index.candidates(query, () -> vector, 100, Set.of()).stream()
        .collect(
            Collectors.toMap(it -> it.passage().toString(), it -> Math.round(it.lexical() * 1e4)));
  }

  @Test
  void servesWhoReadsTheOldIndexWhileAnotherIsFilled() {
    try (PassageIndex before = open("swapped", "model 1", NONE)) {
      before.apply(List.of(put("fleet", "Bread on ships.")));
      before.complete();
      try (PassageIndex after = open("swapped", "model 2", EAGER)) {
        assertThat(after.sources()).isEmpty();
        String old = aliased("parley-swapped");
        after.apply(List.of(put("market", "Bread is dear.")));
        assertThat(aliased("parley-swapped")).isEqualTo(old);
        after.complete();

        assertThat(texts(before, "bread")).containsExactly("Bread on ships.");
        assertThat(texts(after, "bread")).containsExactly("Bread is dear.");
        assertThat(aliased("parley-swapped")).isNotEqualTo(old);
      }
      try (PassageIndex after = open("swapped", "model 2", NONE)) {
        after.apply(List.of(put("port", "Bread arrives.")));
        assertThat(before.sources()).hasSize(1);
        after.complete();

        assertThat(texts(after, "bread")).hasSize(2);
        assertThat(before.sources()).isEmpty();
      }
    }
  }

  @Test
  void anEarlierVersionDoesNotTakeTheNameBack() {
    try (PassageIndex before = open("taken", "model 1", NONE)) {
      before.apply(List.of(put("fleet", "Bread on ships.")));
      before.complete();
      try (PassageIndex after = open("taken", "model 2", EAGER)) {
        after.apply(List.of(put("fleet", "Bread on ships.")));
        after.complete();
        String taken = aliased("parley-taken");

        before.apply(List.of(put("port", "Bread arrives.")));
        before.complete();

        assertThat(aliased("parley-taken")).isEqualTo(taken);
        assertThat(texts(after, "bread")).containsExactly("Bread on ships.");
        assertThat(texts(before, "bread")).hasSize(2);
      }
    }
  }

  @Test
  void showsNothingOfAChangeInWhoseMiddleAProcessDied() {
    try (OpenSearchPassageIndex dying = open("died", "1", EAGER);
        OpenSearchPassageIndex other = open("died", "1", EAGER)) {
      dying.apply(List.of(put("fleet", "Bread on ships."), put("market", "Bread is dear.")));
      dying.complete();
      String alias = aliased("parley-died");

      List<IndexChange> half =
          List.of(put("fleet", "Rye on ships."), manyPassages("port", 3_000), lastOfAll("town"));
      assertThatThrownBy(() -> dying.apply(half)).isInstanceOf(Death.class);
      assertThat(written("parley-died")).isGreaterThan(1_000);

      assertThat(other.sources()).extracting(Source::id).containsExactly("fleet", "market");
      assertThat(other.passages()).isEqualTo(2);
      assertThat(texts(other, "bread rye")).containsOnly("Bread on ships.", "Bread is dear.");
      assertThat(aliased("parley-died")).isEqualTo(alias);

      now = now.plusSeconds(91);
      other.apply(List.of(put("fleet", "Rye on ships."), put("port", "Rye arrives.")));
      assertThat(other.sources()).extracting(Source::id).containsExactly("fleet", "market", "port");
      assertThat(other.passages()).isEqualTo(3);
      assertThat(written("parley-died")).isLessThan(20);
    }
  }

  /** Ends a process where it stands: it gives nothing back. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A document with which whoever writes it dies. */
  private static IndexChange lastOfAll(String id) {
    Source source = new Source(id, "The " + id, null, null, null, "en", 1);
    Embedding deadly =
        new Embedding(new float[DIMENSION]) {
          @Override
          public float[] vector() {
            throw new Death();
          }
        };
    Passage passage = new Passage(source, 1, null, "The last.");
    return new IndexChange.Put(
        new SourceDocument(source, List.of(new Paragraph(1, null, "The last."))),
        "print",
        List.of(new IndexChange.EmbeddedPassage(passage, "The last.", deadly)));
  }

  /** How many entries there are on the cluster, seen or not. */
  private static int written(String alias) {
    try (ClusterConnection connection = ClusterConnection.to(cluster.nodes())) {
      connection.ask("POST", "/" + alias + "/_refresh");
      return connection.ask("GET", "/" + alias + "/_count").body().path("count").asInt();
    }
  }

  @Test
  void letsOneProcessChangeAtATime() {
    try (OpenSearchPassageIndex index = open("locked", "1", EAGER)) {
      index.apply(List.of(put("fleet", "Bread on ships.")));
      ClusterChange ofAnother = index.begin();

      assertThatThrownBy(() -> index.apply(List.of(put("market", "Bread is dear."))))
          .isInstanceOf(IndexException.class)
          .hasMessageStartingWith("another process is changing the index parley-locked.");

      now = now.plusSeconds(91);
      index.apply(List.of(put("market", "Bread is dear.")));
      assertThatThrownBy(() -> ofAnother.make(List.of(put("port", "Bread arrives."))))
          .isInstanceOf(IndexException.class)
          .hasMessageStartingWith("another process is changing the index");
      assertThat(index.sources()).extracting(Source::id).containsExactly("fleet", "market");
      index.apply(List.of(put("town", "Bread is baked.")));
      assertThat(texts(index, "bread")).hasSize(3).doesNotContain("Bread arrives.");
    }
  }

  @Test
  void takesTheChangesOfTwoProcesses() throws ExecutionException, InterruptedException {
    ExecutorService processes = Executors.newFixedThreadPool(2);
    try (PassageIndex first = open("two", "1", EAGER);
        PassageIndex second = open("two", "1", EAGER)) {
      List<Future<?>> changing = new ArrayList<>();
      for (PassageIndex index : List.of(first, second)) {
        String name = index == first ? "first" : "second";
        changing.add(
            processes.submit(
                () -> {
                  for (int i = 0; i < 5; i++) {
                    IndexChange.Put put = put(name + i, "Bread " + name + " " + i + ".");
                    await().atMost(MINUTE).until(() -> hasApplied(index, put));
                  }
                }));
      }
      for (Future<?> change : changing) {
        change.get();
      }

      assertThat(first.sources()).hasSize(10).isEqualTo(second.sources());
      assertThat(texts(second, "bread")).hasSize(10);
    } finally {
      processes.shutdownNow();
    }
  }

  private static boolean hasApplied(PassageIndex index, IndexChange change) {
    try {
      index.apply(List.of(change));
      return true;
    } catch (IndexException e) {
      assertThat(e).hasMessageStartingWith("another process is changing the index");
      return false;
    }
  }

  @Test
  void saysWhatIsWrongWithANameOrAnAddress() {
    assertThatThrownBy(() -> open("Bad Name", "1", EAGER))
        .hasMessageStartingWith("'Bad Name' cannot name an index: take small letters");
    assertThatThrownBy(() -> openAt("ftp://u:secret@h"))
        .hasMessage(
            "not the address of a cluster's node: write http://host:9200 or"
                + " https://user:password@host:9200, several parted by commas");
    assertThatThrownBy(() -> openAt("http://u:secret@127.0.0.1:1"))
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("the cluster at http://127.0.0.1:1 does not answer GET")
        .hasMessageNotContaining("secret");
  }

  private static OpenSearchPassageIndex openAt(String node) {
    return OpenSearchPassageIndex.open(new ClusterPlace(ClusterNodes.of(node), "parley"), "n", "1");
  }

  private OpenSearchPassageIndex open(
      String name, String madeBy, OpenSearchPassageIndex.Patience patience) {
    InstantSource clock = () -> now;
    return OpenSearchPassageIndex.open(
        new ClusterPlace(cluster.nodes(), "parley"), name, madeBy, patience, clock);
  }

  private static String aliased(String alias) {
    try (ClusterConnection connection = ClusterConnection.to(cluster.nodes())) {
      return connection.ask("GET", "/_alias/" + alias).body().fieldNames().next();
    }
  }

  private List<String> texts(PassageIndex index, String query) {
    return index.candidates(query, () -> vector(), 20, Set.of()).stream()
        .map(it -> it.passage().text())
        .toList();
  }

  private IndexChange.Put put(String id, String... texts) {
    Source source = new Source(id, "The " + id, null, null, null, "en", texts.length);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<IndexChange.EmbeddedPassage> passages = new ArrayList<>();
    for (String text : texts) {
      int number = paragraphs.size() + 1;
      paragraphs.add(new Paragraph(number, null, text));
      Passage passage = new Passage(source, number, null, text);
      passages.add(new IndexChange.EmbeddedPassage(passage, text, vector()));
    }
    return new IndexChange.Put(new SourceDocument(source, paragraphs), "print", passages);
  }

  private IndexChange.Put manyPassages(String id, int count) {
    return put(id, IntStream.range(0, count).mapToObj(it -> id + " " + it).toArray(String[]::new));
  }

  private static Set<String> nearest(List<IndexChange.Put> documents, Embedding asked, int most) {
    float[] vector = asked.vector();
    return new HashSet<>(
        documents.stream()
            .flatMap(it -> it.passages().stream())
            .sorted(Comparator.comparingDouble(it -> -dot(it.vector().vector(), vector)))
            .limit(most)
            .map(it -> it.passage().text())
            .toList());
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private Embedding vector() {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    Embedding embedding = Embedding.from(vector);
    embedding.normalize();
    return embedding;
  }
}
