package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.embedding.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentFiles;

/** The briefing, in an index in a folder and in one on a cluster. */
@Tag("cluster")
class OpenSearchParityTest {

  private static final Path EVALUATION = Path.of("src/test/resources/evaluation");
  private static final double ALIKE = 1e-4;

  @TempDir private static Path data;

  private static OpenSearchCluster cluster;
  private static StoredEmbeddingModel embeddings;
  private static LucenePassageIndex embedded;
  private static OpenSearchPassageIndex many;

  @BeforeAll
  static void index() {
    cluster = OpenSearchCluster.start();
    embeddings = new StoredEmbeddingModel(new CountingModel().named("e5"), data);
    embedded = LucenePassageIndex.open(data.resolve("index"), "test");
    many =
        OpenSearchPassageIndex.open(
            new ClusterPlace(cluster.nodes(), "parley"), "briefing", "test");
    List<DocumentFile> briefing = DocumentFiles.briefing();
    for (PassageIndex index : List.of(embedded, many)) {
      new IndexUpdater(index, embeddings).update(briefing, (done, total) -> {});
    }
  }

  @AfterAll
  static void close() {
    many.close();
    embedded.close();
    embeddings.close();
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"talks", "talks-held-out", "talks-languages"})
  void findsTheSameWithTheSameScores(String set) {
    for (String question : questions(set)) {
      assertSame(question, 10, Set.of());
      assertSame(question, 50, Set.of());
    }
  }

  @Test
  void findsTheSameInChosenDocuments() {
    for (String question : questions("talks")) {
      assertSame(question, 5, Set.of("coalition", "venezuela"));
    }
  }

  @Test
  void describesTheSameDocuments() {
    assertThat(many.sources()).isNotEmpty().isEqualTo(embedded.sources());
    assertThat(many.files()).isEqualTo(embedded.files());
    assertThat(many.fingerprints()).isEqualTo(embedded.fingerprints());
    assertThat(many.sources(Set.of("coalition"))).hasSize(1);
    many.sources()
        .forEach(it -> assertThat(many.document(it.id())).isEqualTo(embedded.document(it.id())));
    assertThat(many.document("nothing")).isEmpty();
  }

  @Test
  void countsTheSame() {
    assertThat(many.passages()).isPositive().isEqualTo(embedded.passages());
    for (String question : questions("talks")) {
      for (String stem : Terms.stems(question)) {
        assertThat(many.passagesWith(stem)).as(stem).isEqualTo(embedded.passagesWith(stem));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"zelensky, 1", "zelenski, 2", "macorn, 1", "ukriane, 1", "qqqqqq, 2", "the, 1"})
  void takesAMisspeltWordForTheSame(String word, int slips) {
    assertThat(many.nearestWord(word, slips)).isEqualTo(embedded.nearestWord(word, slips));
  }

  @Test
  void knowsAMisspeltName() {
    assertThat(many.nearestWord("macorn", 1)).contains("macron");
  }

  private static void assertSame(String question, int limit, Set<String> documents) {
    Embedding vector = embeddings.embed(question).content();
    Map<String, Candidate> expected =
        byPassage(embedded.candidates(question, () -> vector, limit, documents));
    Map<String, Candidate> found =
        byPassage(many.candidates(question, () -> vector, limit, documents));
    Set<String> both = new HashSet<>(expected.keySet());
    both.retainAll(found.keySet());
    for (String passage : both) {
      assertThat(found.get(passage).lexical())
          .as(question)
          .isCloseTo(expected.get(passage).lexical(), within(ALIKE));
      assertThat(found.get(passage).similarity())
          .as(question)
          .isCloseTo(expected.get(passage).similarity(), within(ALIKE));
    }
    assertThat(missed(expected, found, limit)).as(question).isEmpty();
    assertThat(unexplained(found, expected, limit)).as(question).isEmpty();
  }

  /** Those that are better than the last that was found instead of them. */
  private static List<String> missed(
      Map<String, Candidate> expected, Map<String, Candidate> found, int limit) {
    double words = last(found, limit, Candidate::lexical) + ALIKE;
    double meaning = last(found, limit, Candidate::similarity) + ALIKE;
    return expected.entrySet().stream()
        .filter(it -> !found.containsKey(it.getKey()))
        .filter(it -> it.getValue().lexical() > words || it.getValue().similarity() > meaning)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that neither tie by words nor are as near as what the embedded index found. */
  private static List<String> unexplained(
      Map<String, Candidate> found, Map<String, Candidate> expected, int limit) {
    double words = last(expected, limit, Candidate::lexical);
    double meaning = last(expected, limit, Candidate::similarity) - ALIKE;
    return found.entrySet().stream()
        .filter(it -> !expected.containsKey(it.getKey()))
        .filter(it -> Math.abs(it.getValue().lexical() - words) > ALIKE)
        .filter(it -> it.getValue().similarity() < meaning)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double last(
      Map<String, Candidate> found, int limit, ToDoubleFunction<Candidate> score) {
    return found.values().stream()
        .map(score::applyAsDouble)
        .sorted(Comparator.reverseOrder())
        .limit(limit)
        .reduce(0.0, (before, it) -> it);
  }

  private static Map<String, Candidate> byPassage(List<Candidate> candidates) {
    return candidates.stream()
        .collect(Collectors.toMap(it -> it.passage().toString(), Function.identity()));
  }

  private static List<String> questions(String set) {
    try (Stream<String> lines = Files.lines(EVALUATION.resolve(set + ".jsonl"))) {
      ObjectMapper json = new ObjectMapper();
      return lines.map(line -> question(json, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String question(ObjectMapper json, String line) {
    try {
      return json.readTree(line).path("question").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
