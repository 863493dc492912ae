package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ChatSettings;
import parley.bot.ledger.Feedback;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.SqliteLedger;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/** What people ask a bot that serves, as its report tells it meanwhile. */
class ReportCommandTest {

  @TempDir private Path folder;

  @Test
  void tellsBesideABotWhatItWasAsked() throws IOException {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(
        documents.resolve("ferries.md"), "# Ferries\n\nA ticket to Skagen costs 120 kronor.\n");
    Files.writeString(
        documents.resolve("dredging.md"), "# Dredging\n\nThe harbour was dredged in 2019.\n");
    Path data = folder.resolve("data");
    try (BotServer server =
        BotServer.start(
            KnowledgeBase.builder().documents(List.of(documents)).data(data).open(),
            new ServerSettings(
                data,
                Optional.empty(),
                "127.0.0.1",
                0,
                ChatSettings.DEFAULT,
                WebSettings.of(Map.of(), MissingNode.getInstance()),
                Optional.empty(),
                Optional.empty()))) {
      WebClient client = new WebClient(server.port());
      client.ask("What does a ticket to Skagen cost?");
      client.ask("Hello!");
      client.ask("Who is the captain of the ferry Stella?");
      client.ask("who is the CAPTAIN of the ferry Stella");
      String asked = client.ask("Who commands the ferry Stella as its captain?").at("/id").asText();
      try (Ledger ledger = SqliteLedger.open(data.resolve("ledger.db"))) {
        ledger.keep(
            new Feedback(asked, "somebody", false, "it must\nbe \u001b[31mthere", Instant.now()));
      }

      Run run =
          Run.of(
              data,
              "report",
              "--documents",
              documents.toString(),
              "--html",
              folder.resolve("page.html").toString());

      assertThat(run.err()).isEmpty();
      assertThat(run.exit()).isZero();
      assertThat(run.out())
          .contains(
              "5 questions by 1 person: 1 answered, 3 not in the documents, 1 small talk.",
              "  3× Who is the captain of the ferry Stella?",
              "“Who commands the ferry Stella as its captain?” – it must be [31mthere",
              "Documents that no answer cited: 1 of 2\n  dredging: Dredging\n",
              "  web                  5       1                     3\n",
              "language model: no language model had part in it")
          .containsPattern("time: \\d+ ms at the median");
      assertThat(folder.resolve("page.html")).content().contains("captain of the ferry Stella?");
    }
  }

  @Test
  void nobodyHasAsked() {
    SqliteLedger.open(folder.resolve("ledger.db")).close();

    Run run = Run.of(folder, "report", "--since", "12h");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).endsWith("Nobody has asked anything in that time.\n");
  }

  @Test
  void thereIsNothingToTellWithoutALedger() {
    Run run = Run.of(folder, "report");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("there is no ledger in " + folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "d", "0d", "-1d", "7 days", "99999d", ""})
  void wontTakeWhatIsNoTime(String since) {
    Run run = Run.of(folder, "report", "--since", since);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "Invalid value for option '--since': '"
                + since
                + "' is no time: write a number with h, d or w, such as 12h, 7d or 4w");
  }

  @Test
  void readsHoursDaysAndWeeks() {
    TimeBack times = new TimeBack();

    assertThat(times.convert("12h")).isEqualTo(Duration.ofHours(12));
    assertThat(times.convert("7d")).isEqualTo(Duration.ofDays(7));
    assertThat(times.convert("4w")).isEqualTo(Duration.ofDays(28));
  }
}
