package parley.bot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

  @TempDir private Path folder;

  @Test
  void putsFirstWhatTheDocumentsDidNotAnswer() {
    assertThat(text(Reports.week()))
        .isEqualTo(
            """
            Questions from 23 November 2026, 09:00, to 30 November 2026, 09:00 (UTC)
            7 questions by 3 people: 2 answered, 4 not in the documents, 1 small talk.

            Not in the documents, so write on this next: 4 questions
                3× How many soldiers will Britain send? (1 like it answered)
                1× Who pays <!channel>?

            Asked most
                4× How many soldiers will Britain send? (3 not answered)

            Thumbs down: 2, thumbs up: 1
              “Where do they meet?” – wrong: <b>Berlin</b>
              “How many soldiers will Britain send?” – no reason given

            Documents that no answer cited: 1 of 2
              delegation: The <i>delegation</i>

            Where
                           questions  people  not in the documents
              slack                5       2                     3
              web                  2       1                     1

            Time and cost
              time: 420 ms at the median, 1.3 s at the 95th percentile
              language model: 12,000 tokens read, 3,400 written: 0.09 USD
            """);
  }

  @Test
  void linesAreNoWiderThanATerminal() {
    assertThat(text(Reports.huge()).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
        .contains("  and 280 more: see --html");
  }

  @Test
  void saysKindlyThatNobodyAsked() throws IOException {
    assertThat(text(Reports.nothing()))
        .endsWith("09:00 (UTC)\nNobody has asked anything in that time.\n");
    assertThat(page(Reports.nothing()).body().text())
        .endsWith("09:00 (UTC) Nobody has asked anything in that time.");
  }

  @Test
  void thePageShowsToTheLetterWhatPeopleWrote() throws IOException {
    Document page = page(Reports.week());

    assertThat(page.select("#unanswered summary span").text())
        .isEqualTo("How many soldiers will Britain send?");
    assertThat(page.select("#unanswered details li").text()).isEqualTo("number of british troops");
    assertThat(page.select("#unanswered .summary span").text()).isEqualTo("Who pays <!channel>?");
    assertThat(page.select("#complaints .why").eachText())
        .containsExactly("wrong: <b>Berlin</b>", "no reason given");
    assertThat(page.select("#uncited").text()).isEqualTo("The <i>delegation</i> delegation");
    assertThat(page.select("#platforms tr").eachText()).containsExactly("slack 5 2 3", "web 2 1 1");
    assertThat(page.select("script, i, img, link, a, [src], [onclick]")).isEmpty();
  }

  @Test
  void saysWhereItCannotWriteThePage() {
    Path missing = folder.resolve("missing").resolve("page.html");

    assertThatThrownBy(() -> Reports.week().draw(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(missing + " cannot be written: name a file in a folder that you may write to");
  }

  private static String text(Report report) {
    StringWriter out = new StringWriter();
    report.print(new PrintWriter(out, true));
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private Document page(Report report) throws IOException {
    Path file = folder.resolve("page.html");
    report.draw(file);
    return Jsoup.parse(file.toFile());
  }

  @Test
  void medianAndPercentileAreOfTimesThatOccurred() {
    List<Duration> times = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();

    assertThat(Waiting.of(times))
        .contains(new Waiting(Duration.ofMillis(50), Duration.ofMillis(95)));
    assertThat(Waiting.of(times.subList(8, 9)))
        .contains(new Waiting(Duration.ofMillis(9), Duration.ofMillis(9)));
    assertThat(Waiting.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3/15 USD,   1000000, 1000000, 18.00 USD",
    "0.25/1.5 €, 2000000, 0,       0.50 €",
    "3/15 USD,   100,     0,       less than 0.01 USD",
    "0/0 USD,    100,     0,       0.00 USD"
  })
  void tellsWhatTokensCost(String price, long read, long written, String cost) {
    assertThat(Price.of(price).inWords(read, written)).isEqualTo(cost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3/15", "free", "-3/15 USD", "3/15 US dollars"})
  void wontTakeWhatIsNoPrice(String text) {
    assertThatThrownBy(() -> Price.of(text))
        .hasMessage(
            "PARLEY_MODEL_PRICE is "
                + text
                + ": give the price of a million tokens read and of a million written with the"
                + " currency, such as 3/15 USD");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T08:59:59Z, 2026-W48, 2026-11-23T09:00:00Z",
    "2026-11-30T09:00:00Z, 2026-W49, 2026-11-30T09:00:00Z",
    "2026-12-06T23:00:00Z, 2026-W49, 2026-11-30T09:00:00Z",
    "2027-01-03T23:00:00Z, 2026-W53, 2026-12-28T09:00:00Z",
    "2027-01-04T09:00:00Z, 2027-W01, 2027-01-04T09:00:00Z"
  })
  void aWeekEndsOnMondayAtNine(Instant now, String name, Instant end) {
    assertThat(Week.before(now).name()).isEqualTo(name);
    assertThat(Week.before(now).period()).isEqualTo(Period.before(end, Duration.ofDays(7)));
  }
}
