package parley.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about some days, and about the newest that there is. */
class TimedAnswersTest {

  private static final String TODAY = "2026-03-20T12:00:00Z";

  @TempDir private static Path folder;

  private static Path documents;
  private static KnowledgeBase bridge;

  @BeforeAll
  static void open() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    write(
        "first",
        "2026-03-03",
        """
        The town council met on Tuesday to plan the new bridge.

        The bridge will be built by Ostrand Works, the mayor's office said.

        The town has set aside 10 million kronor for the bridge.
        """);
    write(
        "second",
        "2026-03-11",
        """
        The bridge will be built by Halden Brothers, after Ostrand Works withdrew from it.

        The town has set aside 15 million kronor for the bridge.

        Divers looked at the river bed on Wednesday and found it firm.
        """);
    write(
        "third",
        "2026-03-18",
        """
        Fishermen asked the court to stop the bridge, since salmon spawn below it.

        A painter gave the museum forty pictures of the river, among them one of 9 March 2026.
        """);
    write("undated", null, "The old bridge was torn down by a flood.");
    bridge = open(TODAY);
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @Test
  void givesTheNewestFirstAndSaysAsOfWhen() {
    assertThat(bridge.ask(Question.of("What is the latest on the bridge?")).text())
        .startsWith(
            "As of 18 March 2026:\nFishermen asked the court to stop the bridge, since salmon spawn"
                + " below it. [1]");
  }

  @Test
  void putsANewerStatementBeforeTheOneThatItReplaces() {
    assertThat(bridge.ask(Question.of("Who will build the bridge?")).text())
        .isEqualTo(
            "The bridge will be built by Halden Brothers, after Ostrand Works withdrew from it. [1]"
                + " On 3 March 2026: The bridge will be built by Ostrand Works, the mayor's office"
                + " said. [2]");
  }

  @Test
  void answersFromDocumentsOfTheDayAskedFor() {
    Answer answer = bridge.ask(Question.of("How much has the town set aside on 3 March?"));
    assertThat(answer.text())
        .isEqualTo(
            "From documents of 3 March 2026:\n"
                + "The town has set aside 10 million kronor for the bridge. [1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What happened last week?  | From documents of 9 March 2026 to 15 March 2026 (counted from today, 20 March 2026):
          What happened this week?  | From documents of 16 March 2026 to 22 March 2026 (counted from today, 20 March 2026):
          What happened on 3 March? | From documents of 3 March 2026:
          What is new since 11 March? | From documents of 11 March 2026 and later:
          Що сталося 3 березня?     | З документів за 3 березня 2026 р.:
          """)
  void saysWhichDaysItCountsAndFromWhen(String question, String heading) {
    assertThat(bridge.ask(Question.of(question)).text()).contains(heading);
  }

  @Test
  void countsFromTheNewestDocumentOfAnArchive() {
    try (KnowledgeBase later = open("2027-01-01T12:00:00Z")) {
      assertThat(later.ask(Question.of("What happened last week?")).text())
          .startsWith(
              "From documents of 9 March 2026 to 15 March 2026 (counted from the newest document, 18"
                  + " March 2026):\nThe bridge will be built by Halden Brothers");
    }
  }

  @Test
  void findsADayThatAnotherDocumentNames() {
    assertThat(bridge.ask(Question.of("Which picture is of 9 March 2026?")).text())
        .isEqualTo(
            "A painter gave the museum forty pictures of the river, among them one of 9 March 2026."
                + " [1]");
  }

  @Test
  void saysThatOnlyDocumentsOfOtherDaysAnswer() {
    assertThat(bridge.ask(Question.of("What did divers find on 3 March?")).text())
        .startsWith(
            "No document of 3 March 2026 says it. Others say, the newest of them on 11 March 2026:\n"
                + "Divers looked at the river bed");
  }

  @Test
  void saysThatThereIsNoDocumentOfADay() {
    Answer answer = bridge.ask(Question.of("What happened on 5 May 2025?"));
    assertThat(answer.outcome()).isEqualTo(Outcome.NOT_IN_SOURCES);
    assertThat(answer.text())
        .startsWith("There is no document of 5 May 2025; the newest is of 18 March 2026.\n");
  }

  @Test
  void understandsAFollowUpAboutAnotherTime() {
    Turn before = new Turn("How much has the town set aside?", "15 million kronor");
    assertThat(bridge.ask(new Question("And on 3 March?", List.of(before))).text())
        .contains("10 million kronor");
  }

  @Test
  void looksOnlyInTheDocumentsAllowed() {
    Answer answer =
        bridge.ask(new Question("What is the latest?", List.of(), Set.of("first", "undated")));
    assertThat(answer.text()).startsWith("As of 3 March 2026:\n");
    assertThat(answer.citations())
        .allSatisfy(citation -> assertThat(citation.source().id()).isEqualTo("first"));
  }

  private static KnowledgeBase open(String now) {
    return KnowledgeBase.builder()
        .documents(List.of(documents))
        .data(folder.resolve("data-" + now.substring(0, 10)))
        .unpacked(folder.resolve("model"))
        .clock(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
        .open();
  }

  private static void write(String id, String date, String text) throws IOException {
    String front = date == null ? "title: Bridges" : "title: The bridge\ndate: " + date;
    Files.writeString(documents.resolve(id + ".md"), "---\n" + front + "\n---\n\n" + text);
  }
}
