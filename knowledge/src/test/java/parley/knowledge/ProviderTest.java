package parley.knowledge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every provider's own wire format, and everything that may go wrong with it. */
@Tag("faults")
class ProviderTest {

  private static final String SAYS =
      "Captain Ida Berg led the dredging with a crew of 48 people [1]. "
          + "She left because the council had cut her budget in half [1]. "
          + "The harbour has since won a prize [1].";

  private static final Duration TIME = Duration.ofSeconds(60);

  /** For what would never come. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir private static Path folder;

  private static WireMockServer server;
  private static Answer extractive;

  @BeforeAll
  static void start() throws IOException {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    try (KnowledgeBase knowledge = Harbour.in(folder).open()) {
      extractive = knowledge.ask(Harbour.WHO_LED);
    }
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void forget() {
    server.resetAll();
  }

  @ParameterizedTest
  @EnumSource
  void checkedStatementsComeAsTheyAreStreamed(Wire wire) throws IOException {
    server.stubFor(wire.answering(wire.stream(numbered(wire))));
    List<String> heard = new ArrayList<>();

    try (KnowledgeBase knowledge = open(wire)) {
      Answer answer =
          knowledge.ask(Harbour.WHO_LED, (statement, citations) -> heard.add(statement.marked()));

      assertThat(answer.text())
          .isEqualTo(
              "Captain Ida Berg led the dredging with a crew of 48 people. [1] "
                  + "She left because the council had cut her budget in half. [1]");
      assertThat(heard)
          .containsExactly(
              "Captain Ida Berg led the dredging with a crew of 48 people. [1]",
              "She left because the council had cut her budget in half. [1]");
      assertThat(answer.citations()).hasSize(1);
      assertThat(answer.citations().get(0).source().id()).isEqualTo("dredging");
      assertThat(answer.tokens()).isEqualTo(new TokenUse(700, 30));
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            "did not answer in time", SHORT, Wire.OPENAI.stream("").withFixedDelay(120_000)),
        Arguments.of("dropped the connection", TIME, half(Wire.OPENAI)),
        Arguments.of("refused the key", TIME, error(401)),
        Arguments.of("had an error of its own", TIME, error(500)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultyModelLeavesTheSourcesOwnSentences(
      String fault, Duration time, ResponseDefinitionBuilder response) throws IOException {
    server.stubFor(Wire.anything(response));

    try (KnowledgeBase knowledge = open(Wire.OPENAI, time);
        Log log = new Log()) {
      Answer answer = knowledge.ask(Harbour.WHO_LED);

      assertThat(answer.statements()).isEqualTo(extractive.statements());
      assertThat(answer.text()).isEqualTo(extractive.text());
      assertThat(answer.time()).isLessThan(time.plusSeconds(10)); // the machine may be busy
      assertThat(log.lines())
          .filteredOn(line -> line.contains("answered from the sources"))
          .singleElement()
          .asString()
          .startsWith("WARN the model " + fault);
      assertThat(log.lines()).noneMatch(line -> line.contains("secret") || line.contains("Oops"));
    }
  }

  @Test
  void whatWasHeardBeforeAFaultIsNotTheAnswer() throws IOException {
    String body = numbered(Wire.OPENAI);
    server.stubFor(
        Wire.anything(Wire.OPENAI.stream(body.substring(0, body.indexOf("[DONE]") - 1_500))));
    List<String> heard = new ArrayList<>();

    try (KnowledgeBase knowledge = open(Wire.OPENAI)) {
      Answer answer =
          knowledge.ask(Harbour.WHO_LED, (statement, citations) -> heard.add(statement.text()));

      assertThat(heard)
          .first()
          .isEqualTo("Captain Ida Berg led the dredging with a crew of 48 people.");
      assertThat(answer.statements()).isEqualTo(extractive.statements());
      server.verify(1, postRequestedFor(anyUrl())); // what was shown is not begun anew
    }
  }

  @Test
  void anthropicMayCacheTheDocuments() throws IOException {
    server.stubFor(Wire.ANTHROPIC.answering(Wire.ANTHROPIC.stream(numbered(Wire.ANTHROPIC))));

    try (KnowledgeBase knowledge = open(Wire.ANTHROPIC)) {
      knowledge.ask(Harbour.WHO_LED);
    }
    server.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(matchingJsonPath("$.system[0].cache_control.type"))
            .withRequestBody(matchingJsonPath("$.system[0].text", containing("Marstrand")))
            .withRequestBody(matchingJsonPath("$[?(@.stream == true)]")));
  }

  @Test
  void whatMayPassIsTriedAgain() throws IOException {
    Wire wire = Wire.OPENAI;
    server.stubFor(Wire.anything(error(503)).inScenario("busy").willSetStateTo("free"));
    server.stubFor(
        wire.answering(wire.stream(numbered(wire))).inScenario("busy").whenScenarioStateIs("free"));

    try (KnowledgeBase knowledge = open(wire)) {
      assertThat(knowledge.ask(Harbour.WHO_LED).statements()).hasSize(2);
      server.verify(2, postRequestedFor(anyUrl()));
    }
  }

  @Test
  void aModelThatKeepsFailingIsLeftAlone() throws IOException {
    server.stubFor(Wire.anything(error(401)));

    try (KnowledgeBase knowledge = open(Wire.ANTHROPIC)) {
      for (int i = 0; i < 5; i++) {
        assertThat(knowledge.ask(Harbour.WHO_LED).statements()).isEqualTo(extractive.statements());
      }
      server.verify(3, postRequestedFor(anyUrl()));
      assertThat(knowledge.modelComplaint())
          .contains("the model is left alone for a while after repeated faults");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenKeyIsToldWithoutTheKey(Wire wire) throws IOException {
    server.stubFor(Wire.anything(error(401)));

    try (KnowledgeBase knowledge = open(wire)) {
      assertThat(knowledge.modelComplaint()).contains("the model refused the key");
    }
    assertThat(wire.at(server).toString()).doesNotContain("secret");
  }

  private static KnowledgeBase open(Wire wire) throws IOException {
    return open(wire, TIME);
  }

  private static KnowledgeBase open(Wire wire, Duration time) throws IOException {
    return Harbour.in(folder)
        .model(wire.at(server))
        .modelLimits(new ModelLimits(time, 0, ModelLimits.DEFAULT.wholeSetTokens()))
        .open();
  }

  /** The paragraph on the captain has this number in the whole set, the newest document first. */
  private static String numbered(Wire wire) {
    return wire.body(Wire.pieces(SAYS.replace("[1]", "[6]")));
  }

  private static ResponseDefinitionBuilder half(Wire wire) {
    String body = numbered(wire);
    return wire.stream(body.substring(0, body.length() / 2));
  }

  private static ResponseDefinitionBuilder error(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("content-type", "application/json")
        .withBody("{\"error\":{\"message\":\"Oops, your key is secret\",\"type\":\"error\"}}");
  }
}
