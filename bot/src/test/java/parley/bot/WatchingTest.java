package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.bot.chat.Json;
import parley.bot.chat.Refusal;
import parley.knowledge.Outcome;

/** Dashboard and alerts ask for figures that a bot at work shows, by the labels it gives them. */
class WatchingTest {

  /** What Prometheus adds to every figure. */
  private static final Set<String> LABELS_OF_THE_SCRAPE = Set.of("job", "instance");

  private static final Pattern SELECTED = Pattern.compile("\\b([a-z][a-z0-9_]*)\\{([^}]*)}");
  private static final Pattern SHOWN =
      Pattern.compile("^([a-z][a-z0-9_]*)(?:\\{(.*)})? ", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");

  /** The labels of each figure, by its name. */
  private static final Map<String, Set<String>> FIGURES = new TreeMap<>();

  private static WebBotServer bot;

  @BeforeAll
  static void askAndLook() {
    bot = WebBotServer.start(Map.of(), "{\"address-a-minute\": 2}");
    WebClient visitor = bot.client();
    visitor.ask("What does the repair of the harbour cost?");
    visitor.ask("hello");
    visitor.post("/api/ask", WebClient.question("What does it cost?").toString());
    String figures = visitor.get("/metrics").body();
    SHOWN
        .matcher(figures)
        .results()
        .forEach(
            shown ->
                FIGURES
                    .computeIfAbsent(shown.group(1), name -> new TreeSet<>())
                    .addAll(labels(shown.group(2)).keySet()));
  }

  @AfterAll
  static void close() {
    bot.close();
  }

  @Test
  void theDashboardShowsFiguresThatThereAre() throws IOException {
    List<String> expressions = new ArrayList<>();
    Json.MAPPER
        .readTree(DeployFiles.text("grafana/parley.json"))
        .findValues("expr")
        .forEach(expression -> expressions.add(expression.asText()));

    assertThat(expressions).hasSizeGreaterThan(12).allSatisfy(WatchingTest::requireShown);
  }

  @Test
  void theAlertsWatchFiguresThatThereAre() {
    assertThat(alerts())
        .extracting(alert -> alert.path("expr").asText())
        .hasSizeGreaterThan(6)
        .allSatisfy(WatchingTest::requireShown);
  }

  @Test
  void eachAlertSaysHowToMendIt() {
    String readme = DeployFiles.text("README.md");

    assertThat(alerts())
        .allSatisfy(
            alert -> {
              String name = alert.path("alert").asText();
              assertThat(alert.at("/annotations/remedy").asText()).hasSizeGreaterThan(20);
              assertThat(alert.at("/annotations/runbook").asText())
                  .isEqualTo("deploy/README.md#" + name.toLowerCase(Locale.ROOT));
              assertThat(readme).contains("### " + name + "\n");
            });
  }

  private static List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    DeployFiles.yaml(DeployFiles.text("grafana/alerts.yaml"))
        .get(0)
        .at("/groups/0/rules")
        .forEach(alerts::add);
    return alerts;
  }

  private static void requireShown(String expression) {
    List<MatchResult> selectors = SELECTED.matcher(expression).results().toList();
    assertThat(selectors).as(expression).isNotEmpty();
    for (MatchResult selector : selectors) {
      if (selector.group(1).equals("up")) {
        continue; // Prometheus' own
      }
      assertThat(FIGURES).as(expression).containsKey(selector.group(1));
      Map<String, String> labels = labels(selector.group(2));
      labels.keySet().removeAll(LABELS_OF_THE_SCRAPE);
      assertThat(FIGURES.get(selector.group(1))).as(expression).containsAll(labels.keySet());
      requireValue(labels.get("outcome"), outcomes());
      requireValue(labels.get("reason"), reasons());
    }
  }

  /** A label's value, or pattern, is one that there is. */
  private static void requireValue(String wanted, List<String> there) {
    if (wanted != null) {
      assertThat(there).anyMatch(value -> value.matches(wanted));
    }
  }

  private static List<String> outcomes() {
    return Arrays.stream(Outcome.values()).map(Outcome::code).toList();
  }

  private static List<String> reasons() {
    return Arrays.stream(Refusal.Reason.values())
        .map(reason -> reason.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Map<String, String> labels(String selector) {
    return selector == null
        ? new TreeMap<>()
        : LABEL
            .matcher(selector)
            .results()
            .collect(
                Collectors.toMap(
                    label -> label.group(1),
                    label -> label.group(2),
                    (one, other) -> one,
                    TreeMap::new));
  }
}
