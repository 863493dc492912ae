package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.rag.query.Query;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;

class SpellingTransformerTest {

  private static final byte[] TEXT =
      "Nurses rallied in Helsinki before the strike, and Zelenskyy heard of it in Iraq."
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path folder;

  private static StoredEmbeddingModel embeddings;
  private static LucenePassageIndex index;

  @BeforeAll
  static void oneDocument() {
    embeddings = new StoredEmbeddingModel(EmbeddedModel.load(null, folder), folder.resolve("e"));
    index = LucenePassageIndex.open(folder.resolve("index"), "test");
    new IndexUpdater(index, embeddings)
        .update(
            List.of(new DocumentFile("news", "news.txt", () -> new ByteArrayInputStream(TEXT))),
            (done, total) -> {});
  }

  @AfterAll
  static void close() {
    index.close();
    embeddings.close();
  }

  @ParameterizedTest
  @CsvSource({
    "why did nuress rally, why did nurses rally",
    "Did they rally in Helsniki?, Did they rally in Helsinki?",
    "What has Zelensky heard?, What has Zelenskyy heard?"
  })
  void aSlipIsMended(String asked, String meant) {
    assertThat(mended(asked)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Who heard of it in Iran?", "Did they rally in Hamburg?", "In 1905?"})
  void anotherWordStaysAsItIs(String asked) {
    assertThat(mended(asked)).isEqualTo(asked);
  }

  private static String mended(String asked) {
    return new SpellingTransformer(index, embeddings)
        .transform(Query.from(asked))
        .iterator()
        .next()
        .text();
  }
}
