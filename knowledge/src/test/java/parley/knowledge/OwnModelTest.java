package parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.index.IndexException;
import parley.knowledge.retrieval.CrossEncoder;

/** Models from a folder in place of the embedded ones. */
class OwnModelTest {

  private static final String E5 = "/e5-small-v2-q";

  /** Tokens of a question and a sentence beside their words: the one that ends each. */
  private static final int END = 1;

  @TempDir private Path folder;

  private Path documents;
  private Path model;
  private final List<String> read = new ArrayList<>();

  @BeforeEach
  void writeDocuments() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(
        documents.resolve("mill.txt"),
        """
        The mill at Holm

        The mill at Holm grinds rye.

        The miller keeps two white geese in the yard.
        """);
    Files.writeString(
        documents.resolve("bridge.txt"),
        "The bridge\n\nThe bridge over the Ask was built in 1874.\n");
    model = Files.createDirectory(folder.resolve("model"));
    unpack(E5 + "-tokenizer.json", "tokenizer.json");
  }

  @Test
  void anEmbeddingModelFromAFolderAnswers() throws IOException {
    unpack(E5 + ".onnx", "model.onnx");

    try (KnowledgeBase knowledge = base().embeddingModel(model).open()) {
      assertThat(knowledge.ask(Question.of("When was the bridge built?")).text())
          .isEqualTo("The bridge over the Ask was built in 1874. [1]");
      assertThat(knowledge.search("animals of the miller", 1))
          .extracting(found -> found.passage().source().id())
          .containsExactly("mill");
    }
  }

  @Test
  void everyTextIsEmbeddedAnewForAnotherModelAndForNoOther() throws IOException {
    base().open().close();
    assertThat(takeRead()).containsExactly("0/2", "1/2", "2/2");

    base().open().close();
    assertThat(takeRead()).containsExactly("2/2");

    writeTokenSines(400);
    base().embeddingModel(model).open().close();
    assertThat(takeRead()).containsExactly("0/2", "1/2", "2/2");

    base().embeddingModel(model).open().close();
    assertThat(takeRead()).containsExactly("2/2");

    writeTokenSines(16);
    base().embeddingModel(model).open().close();
    assertThat(takeRead()).containsExactly("0/2", "1/2", "2/2");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 400})
  void vectorsMayBeShorterOrLongerThanThoseOfTheEmbeddedModel(int length) {
    writeTokenSines(length);

    try (KnowledgeBase knowledge = base().embeddingModel(model).open()) {
      assertThat(knowledge.ask(Question.of("When was the bridge over the Ask built?")).text())
          .isEqualTo("The bridge over the Ask was built in 1874. [1]");
    }
  }

  @Test
  void saysWhatAnEmbeddingModelLacks() {
    assertThatThrownBy(base().embeddingModel(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessage(model + " is no embedding model: it needs model.onnx and tokenizer.json");
  }

  @Test
  void saysThatFilesAreNoEmbeddingModel() throws IOException {
    Files.writeString(model.resolve("model.onnx"), "no model");
    assertThatThrownBy(base().embeddingModel(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("the embedding model " + model.resolve("model.onnx"))
        .hasMessageContaining("cannot be used: it must be an ONNX encoder");

    writeSharedTokens(1, 0);
    assertThatThrownBy(base().embeddingModel(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("gives a vector for each token");

    writeTokenSines(16);
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    assertThatThrownBy(base().embeddingModel(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("beside its own tokenizer");
  }

  @Test
  void aCrossEncodersLogitsBecomeProbabilitiesOfTheBestAndOddsOfTheRest() {
    writeSharedTokens(1, END + 2);
    List<TextSegment> sentences =
        List.of(
            TextSegment.from("The bridge was built in 1874"),
            TextSegment.from("White geese"),
            TextSegment.from("The miller keeps white geese"));

    List<Double> scores =
        CrossEncoder.load(model).scoreAll(sentences, "white geese miller").content();

    double best = 1 / (1 + Math.exp(-1));
    assertThat(scores.get(2)).as("three shared, less two").isEqualTo(best, within(1e-6));
    assertThat(scores.get(1)).as("one fewer").isEqualTo(best * Math.exp(-1), within(1e-6));
    assertThat(scores.get(0)).as("none").isEqualTo(best * Math.exp(-3), within(1e-6));
    assertThat(CrossEncoder.load(model).scoreAll(List.of(), "white geese").content()).isEmpty();
  }

  @Test
  void answersByACrossEncoder() {
    writeSharedTokens(1, END + 2);

    try (KnowledgeBase knowledge = base().reranker(model).open()) {
      assertThat(knowledge.ask(Question.of("Whose white geese?")).text())
          .isEqualTo("The miller keeps two white geese in the yard. [1]");
      assertThat(knowledge.ask(Question.of("Does rain fall?")).outcome())
          .isEqualTo(Outcome.NOT_IN_SOURCES);
    }
  }

  @Test
  void followsTheCrossEncoderAndNotTheEmbeddedScoring() {
    writeSharedTokens(-1, -3 * END);

    try (KnowledgeBase knowledge = base().reranker(model).open()) {
      Answer answer = knowledge.ask(Question.of("When was the bridge over the Ask built?"));
      assertThat(answer.citations())
          .isNotEmpty()
          .allMatch(citation -> citation.source().id().equals("mill"));
    }
  }

  @Test
  void saysWhatAnythingButACrossEncoderLacks() throws IOException {
    assertThatThrownBy(base().reranker(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessage(model + " is no reranking model: it needs model.onnx and tokenizer.json");

    Files.writeString(model.resolve("model.onnx"), "no model");
    assertThatThrownBy(base().reranker(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessageStartingWith("the reranking model " + model.resolve("model.onnx"))
        .hasMessageContaining("cannot be used: it must be an ONNX cross-encoder");

    writeTokenSines(16);
    assertThatThrownBy(base().reranker(model)::open)
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("gives one logit for a pair of texts");
  }

  private KnowledgeBaseBuilder base() {
    return KnowledgeBase.builder()
        .documents(List.of(documents))
        .data(folder.resolve("data"))
        .progress((done, total) -> read.add(done + "/" + total));
  }

  private List<String> takeRead() {
    List<String> taken = List.copyOf(read);
    read.clear();
    return taken;
  }

  private void unpack(String resource, String name) throws IOException {
    try (InputStream in = OwnModelTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), model.resolve(name));
    }
  }

  /** An encoder: the vector of a token is made of sines of multiples of its number. */
  private void writeTokenSines(int length) {
    float[] multiples = new float[length];
    for (int i = 0; i < length; i++) {
      multiples[i] = 0.37f + 0.11f * i;
    }
    new OnnxGraph()
        .input("input_ids")
        .constant("multiples", multiples)
        .node("tokens", "Cast", Map.of("to", OnnxGraph.FLOAT), "input_ids")
        .node("column", "Unsqueeze", Map.of("axes", new int[] {2}), "tokens")
        .node("products", "Mul", "column", "multiples")
        .node("last_hidden_state", "Sin", "products")
        .output("last_hidden_state")
        .write(model.resolve("model.onnx"));
  }

  /**
   * A cross-encoder: how many pairs of a question's and a text's tokens are equal, weighed, less
   * some.
   */
  private void writeSharedTokens(int weight, int less) {
    Map<String, Object> toFloat = Map.of("to", OnnxGraph.FLOAT);
    Map<String, Object> column = Map.of("axes", new int[] {2});
    Map<String, Object> row = Map.of("axes", new int[] {1});
    new OnnxGraph()
        .input("input_ids")
        .input("attention_mask")
        .input("token_type_ids")
        .constant("weight", weight)
        .constant("less", less)
        .node("tokensDown", "Unsqueeze", column, "input_ids")
        .node("tokensAcross", "Unsqueeze", row, "input_ids")
        .node("same", "Equal", "tokensDown", "tokensAcross")
        .node("equal", "Cast", toFloat, "same")
        .node("filled", "Cast", toFloat, "attention_mask")
        .node("inText", "Cast", toFloat, "token_type_ids")
        .node("inQuestion", "Sub", "filled", "inText")
        .node("questionDown", "Unsqueeze", column, "inQuestion")
        .node("textAcross", "Unsqueeze", row, "inText")
        .node("pairs", "Mul", "questionDown", "textAcross")
        .node("equalPairs", "Mul", "equal", "pairs")
        .node("byText", "ReduceSum", Map.of("axes", new int[] {1}, "keepdims", 0), "equalPairs")
        .node("shared", "ReduceSum", Map.of("axes", new int[] {1}, "keepdims", 1), "byText")
        .node("weighed", "Mul", "shared", "weight")
        .node("logits", "Sub", "weighed", "less")
        .output("logits")
        .write(model.resolve("model.onnx"));
  }
}
