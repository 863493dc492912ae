package parley.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;

class EvaluationTest {

  private static final String ASKED =
      """
      {"id":"a","kind":"fact","question":"Who leads the harbour council?","answers":["Lind"]}
      {"id":"b","kind":"fact","question":"What did the council buy?","answers":["cranes|<b>"]}
      {"id":"c","kind":"far","question":"Which team won the cup in basketball?"}
      {"id":"d","kind":"fact","question":"Who leads the harbour council now?","answers":["a <surgeon>"]}
      """;

  private static final String SQUAD =
      """
      {"version":"v2.0","data":[{"title":"Harbour_of_Lindholm","paragraphs":[{
        "context":"The harbour council is led by Marta Lind, a former pilot.  It bought cranes.",
        "qas":[
          {"id":"x","question":"Who leads the harbour council?","is_impossible":false,
           "answers":[{"text":"Marta Lind","answer_start":30},{"text":"Lind","answer_start":36}]},
          {"id":"y","question":"Who won the cup in basketball?","is_impossible":true,"answers":[]}
        ]}]}]}
      """;

  @TempDir private static Path folder;

  private static KnowledgeBase harbour;

  @BeforeAll
  static void open() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(
        documents.resolve("harbour.md"),
        """
        # The harbour

        The harbour council is led by Marta Lind, a former pilot.

        The council bought forty cranes last spring.
        """);
    harbour =
        KnowledgeBase.builder().documents(List.of(documents)).data(folder.resolve("data")).open();
  }

  @AfterAll
  static void close() {
    harbour.close();
  }

  @Test
  void tellsByKindWhatWasRightAndNamesTheMisses() throws IOException {
    assertThat(printed(evaluation(ASKED)))
        .contains("kind               questions    right     text    first    cited  words\n")
        .containsPattern("far +1 +100.0% +100.0% +100.0% +100.0%")
        .containsPattern("fact +3 +66.7% +66.7% +66.7% +100.0%")
        .containsPattern("answerable +3 +66.7%")
        .containsPattern("unanswerable +1 +100.0%")
        .containsPattern("median [0-9.]+ ms an answer")
        .contains(
            "miss d: Who leads the harbour council now?\n  -> The harbour council is led by Marta Lind")
        .doesNotContain("miss a:", "miss b:", "miss c:");
  }

  @Test
  void readsSquadsFormatAndItsParagraphsAsDocuments() throws IOException {
    QuestionSet set = read(SQUAD);
    Path documents = folder.resolve("squad");
    set.writeDocuments(documents);

    assertThat(set.hasDocuments()).isTrue();
    assertThat(documents.resolve("Harbour_of_Lindholm.md"))
        .hasContent(
            """
            # Harbour of Lindholm

            The harbour council is led by Marta Lind, a former pilot. It bought cranes.
            """);
    try (KnowledgeBase squad =
        KnowledgeBase.builder()
            .documents(List.of(documents))
            .data(folder.resolve("squad-data"))
            .unpacked(folder.resolve("data").resolve("model"))
            .open()) {
      assertThat(printed(Evaluation.of(set, squad)))
          .containsPattern("Harbour_of_Lindholm +2 +100.0%");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a true, d true  | 1 | lost d: Who leads the harbour council now?   | true
          a false, d false| 0 | gained a: Who leads           | false
          a false, d true | 1 | 1 gained, 1 lost: no loss     | false
          c false         | 0 | 1 questions compared, 1 gained| false
          """)
  void comparesWithARunBefore(String before, int lost, String said, boolean worse)
      throws IOException {
    String lines =
        before
            .replaceAll("(\\w) (\\w+)", "{\"id\":\"$1\",\"right\":$2,\"answer\":\"\"}")
            .replace(", ", "\n");
    Path run = Files.writeString(Files.createTempFile(folder, "run", ".jsonl"), lines);
    StringWriter out = new StringWriter();

    assertThat(evaluation(ASKED).isWorseThan(run, new PrintWriter(out, true))).isEqualTo(worse);
    assertThat(out.toString()).contains(said, lost + " lost");
  }

  @Test
  void isNoWorseThanItself() throws IOException {
    Evaluation evaluation = evaluation(ASKED);
    Path run = folder.resolve("saved.jsonl");
    evaluation.save(run);
    StringWriter out = new StringWriter();

    assertThat(evaluation.isWorseThan(run, new PrintWriter(out, true))).isFalse();
    assertThat(out)
        .hasToString("against the baseline: 4 questions compared, 0 gained, 0 lost: no loss\n");
  }

  @Test
  void drawsAPageThatShowsMarkupAsText() throws IOException {
    Path file = folder.resolve("report.html");
    evaluation(ASKED).draw(file, "<script>alert(1)</script>");
    Document page = Jsoup.parse(Files.readString(file));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("#scores tr")).hasSize(4);
    assertThat(page.select("#scores tr").get(0).text())
        .isEqualTo("fact 3 66.7% 66.7% 66.7% 100.0% 11");
    assertThat(page.select("details").size()).isEqualTo(1);
    assertThat(page.select("details .why").text()).isEqualTo("Expected: a <surgeon>");
    assertThat(page.select("details li").text())
        .isEqualTo(
            "The harbour council is led by Marta Lind, a former pilot. The harbour, paragraph 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":"a","question":"Who?"}~{"id":"a","question":"Why?"} | has the id 'a' twice
          {"id":"a","question":"Who?"}~{"id":"b"}                   | :2 lacks an id or a question
          {"id":"a","question":"Who?"}~{"id                         | :2 is no JSON
          {"data":[]}                                               | holds no question
          <html>                                                    | begins with no JSON
          """)
  void saysWhatIsWrongWithAFile(String lines, String said) {
    assertThatThrownBy(() -> read(lines.replace("~", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void takesNothingElseForARunThatWasSaved() throws IOException {
    Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"id\":\"a\"}\n");

    assertThatThrownBy(() -> SavedRun.read(other)).hasMessageContaining("is no saved run");
    assertThatThrownBy(() -> SavedRun.read(folder.resolve("nowhere")))
        .hasMessageContaining("cannot be read");
  }

  private static Evaluation evaluation(String lines) throws IOException {
    return Evaluation.of(read(lines), harbour);
  }

  private static QuestionSet read(String content) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "questions", ".jsonl"), content);
    return QuestionSet.read(file, json -> Question.of(json.path("question").asText()));
  }

  private static String printed(Evaluation evaluation) {
    StringWriter out = new StringWriter();
    evaluation.print(new PrintWriter(out, true));
    return out.toString();
  }
}
