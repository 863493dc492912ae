package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.bot.chat.Json;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.QuestionEnd;
import parley.bot.ledger.SqliteLedger;

class CommandLineTest {

  @TempDir private static Path data;
  @TempDir private Path folder;

  @Test
  void answersWithCitations() {
    Run run = Run.of(data, "ask", "How many people will take part in the Paris talks?");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("35 participants")
        .contains("[1] The Paris meeting on Ukraine · Parley briefing · 6 January 2026");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersAsOneLineOfJson() throws IOException {
    Run run = Run.of(data, "ask", "--json", "What", "are", "the", "five", "priorities?");

    assertThat(run.out().lines()).hasSize(1);
    JsonNode json = Json.MAPPER.readTree(run.out());
    assertThat(json.get("outcome").asText()).isEqualTo("answered");
    assertThat(json.get("answered").asBoolean()).isTrue();
    assertThat(json.at("/statements/0/citations/0").asInt()).isEqualTo(1);
    JsonNode citation = json.at("/citations/0");
    assertThat(citation.get("number").asInt()).isEqualTo(1);
    assertThat(citation.get("document").asText()).isEqualTo("five-priorities");
    assertThat(citation.get("date").asText()).isEqualTo("2026-01-06");
    assertThat(citation.get("url").isNull()).isTrue();
    assertThat(citation.get("paragraph").asInt()).isEqualTo(2);
    assertThat(citation.get("quote").asText()).contains("ceasefire");
    assertThat(json.get("ms").isNumber()).isTrue();
  }

  @Test
  void saysThatTheDocumentsDoNotSay() throws IOException {
    JsonNode json =
        Json.MAPPER.readTree(
            Run.of(data, "ask", "--json", "Who won the football world cup?").out());

    assertThat(json.get("outcome").asText()).isEqualTo("not_in_sources");
    assertThat(json.get("answered").asBoolean()).isFalse();
    assertThat(json.get("answer").asText()).startsWith("The documents do not say.");
    assertThat(json.get("citations")).isEmpty();
  }

  @Test
  void exportsWhatIsKeptOnAPerson() throws IOException {
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"))) {
      ledger.accept(
          new AcceptedQuestion(
              "q1", "slack", "c", "C1", null, "U1", "Who leads?", Instant.EPOCH, ""),
          List.of("Ev1"));
      ledger.finish("q1", new QuestionEnd("answered", "Lind. [1]", "", Instant.EPOCH));
    }

    Run run = Run.of(folder, "export", "U1");

    assertThat(run.exit()).isZero();
    assertThat(Json.MAPPER.readTree(run.out()))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"questions":[{"id":"q1","platform":"slack","place":"C1",
                  "asked":"1970-01-01T00:00:00Z","question":"Who leads?","outcome":"answered",
                  "answer":"Lind. [1]"}],"feedback":[],"preferences":{}}"""));
  }

  @Test
  void exportsNothingWithoutALedger() {
    Run run = Run.of(folder, "export", "U1");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("there is no ledger in " + folder);
  }

  @Test
  void answersABatchLineByLine() throws IOException {
    Path batch = folder.resolve("questions.jsonl");
    Files.writeString(
        batch,
        """
        {"id":"q1","question":"Who represents the United States in Paris?"}

        {"id":"q2","question":"Why did he change his plans?","history":[{"question":"Who was to lead the American delegation?","answer":"Marco Rubio."}]}
        """);

    Run run = Run.of(data, "ask", "--batch", batch.toString());

    assertThat(run.exit()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(Json.MAPPER.readTree(lines.get(0)).get("id").asText()).isEqualTo("q1");
    assertThat(Json.MAPPER.readTree(lines.get(0)).get("answer").asText()).contains("Witkoff");
    assertThat(Json.MAPPER.readTree(lines.get(1)).get("answer").asText()).contains("Venezuela");
  }

  @Test
  void goesOnAfterABadLineOfABatch() throws IOException {
    Path batch = folder.resolve("questions.jsonl");
    Files.writeString(batch, "{nonsense\n{\"id\":\"q2\"}\n{\"id\":\"q3\",\"question\":\"hi\"}\n");

    Run run = Run.of(data, "ask", "--batch", batch.toString());

    assertThat(run.exit()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"outcome\":\"failed\"").contains("not valid JSON");
    assertThat(lines.get(1)).contains("lacks a question");
    assertThat(lines.get(2)).contains("\"outcome\":\"small_talk\"");
  }

  @Test
  void searchesPassages() throws IOException {
    Run run = Run.of(data, "search", "--json", "--top", "2", "multinational force");

    JsonNode passages = Json.MAPPER.readTree(run.out()).get("passages");
    assertThat(passages).hasSize(2);
    assertThat(passages.get(0).get("document").asText()).isEqualTo("five-priorities");
    assertThat(passages.get(0).get("text").asText()).contains("multinational force");
    assertThat(passages.get(0).get("score").asDouble())
        .isGreaterThan(passages.get(1).get("score").asDouble());
  }

  @Test
  void listsTheSources() {
    assertThat(Run.of(data, "sources").out().lines())
        .hasSize(9)
        .anyMatch(line -> line.matches("paris-meeting +2026-01-06 +4 ¶ +The Paris meeting on .*"));
  }

  @Test
  void listsTheNamesThatStandForASource() throws IOException {
    Path file = Files.createDirectories(folder.resolve("press/2026")).resolve("cranes.md");
    Files.writeString(file, "---\ntitle: Cranes\ntags: [talks, public]\n---\nTwo cranes work.");

    assertThat(Run.of(data, "sources", "--documents", folder.toString()).out())
        .isEqualToIgnoringNewLines(
            "cranes  no date       1 ¶  Cranes  [press/2026/, talks, public]");
  }

  @Test
  void saysInOneLineWhatFailed() {
    Run run = Run.of(data, "ask", "--documents", folder.resolve("none").toString(), "Who?");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "parley: "
                + folder.resolve("none")
                + " does not exist: name a folder or a file of documents");
  }

  @Test
  void saysThatAFolderHoldsNoDocument() {
    Run run = Run.of(data, "sources", "--documents", folder.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "parley: no document could be read in ["
                + folder
                + "]: put Markdown, text, HTML, PDF or office documents there");
  }

  @Test
  void answersWithAnEmbeddingModelFromAFolder() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    unpack("/e5-small-v2-q.onnx", model.resolve("model.onnx"));
    unpack("/e5-small-v2-q-tokenizer.json", model.resolve("tokenizer.json"));

    Run run =
        Run.of(
            folder,
            "ask",
            "--config",
            config("PARLEY_EMBEDDING_MODEL", model),
            "What are the five priorities?");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("ceasefire").contains("five-priorities ¶2");
  }

  @ParameterizedTest
  @CsvSource({"PARLEY_EMBEDDING_MODEL, embedding", "PARLEY_RERANKER, reranking"})
  void saysInOneLineThatAFolderHoldsNoModel(String setting, String kind) throws IOException {
    Run run = Run.of(data, "ask", "--config", config(setting, folder), "Who leads?");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "parley: "
                + folder
                + " is no "
                + kind
                + " model: it needs model.onnx and tokenizer.json");
  }

  private String config(String setting, Path value) throws IOException {
    Path file = folder.resolve("parley.yaml");
    return Files.writeString(file, setting + ": " + value + "\n").toString();
  }

  private static void unpack(String resource, Path file) throws IOException {
    try (InputStream in = CommandLineTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), file);
    }
  }

  @Test
  void takesNoEmptyPathForTheCurrentFolder() {
    Run run = Run.of(data, "ask", "--documents", "", "Who leads?");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).isEqualToIgnoringNewLines("parley: --documents is empty: name a folder");
    assertThat(Run.of(Path.of(""), "ask", "Who leads?").err())
        .isEqualToIgnoringNewLines("parley: --data is empty: name a folder");
  }

  @Test
  void tellsWrongUsage() {
    assertThat(Run.of(data, "search").exit()).isEqualTo(2);
    assertThat(Run.of(data, "search", " ").exit()).isEqualTo(2);
    assertThat(Run.of(data, "search", "--top", "0", "talks").exit()).isEqualTo(2);
    assertThat(Run.of(data, "frobnicate").exit()).isEqualTo(2);
    assertThat(Run.of(data, "ask", "--batch", "x.jsonl", "Who?").exit()).isEqualTo(2);
  }
}
