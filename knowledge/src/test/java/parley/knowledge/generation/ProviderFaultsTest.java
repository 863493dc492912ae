package parley.knowledge.generation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.knowledge.ModelLimits;
import parley.knowledge.Wire;
import parley.knowledge.generation.ModelFault.Kind;
import parley.knowledge.observation.Stages;

/** Everything that may go wrong with every provider ends with a fault that names it, in time. */
@Tag("faults")
class ProviderFaultsTest {

  /** For what would never come. */
  private static final Duration SHORT = Duration.ofMillis(500);

  /** The machine may be busy. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static WireMockServer server;

  @BeforeAll
  static void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
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
  void writes(Wire wire) {
    server.stubFor(
        wire.answering(wire.stream(wire.body(List.of("Yes,", " “так” [1]\n", "and no.")))));

    assertThat(ask(wire, LONG)).hasToString("Yes, “так” [1]\nand no.");
  }

  static Stream<Arguments> faults() {
    return Arrays.stream(Wire.values()).flatMap(ProviderFaultsTest::faults);
  }

  private static Stream<Arguments> faults(Wire wire) {
    String half = half(wire);
    return Stream.of(
        fault(wire, wire.stream("").withFixedDelay(120_000), Kind.LATE),
        fault(wire, wire.stream(half).withChunkedDribbleDelay(2, 120_000), Kind.LATE),
        fault(wire, wire.stream(half), Kind.DROPPED),
        fault(wire, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Kind.DROPPED),
        fault(
            wire,
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            Kind.DROPPED,
            Kind.UNREADABLE),
        fault(wire, error(401), Kind.KEY_REFUSED),
        fault(wire, error(403), Kind.KEY_REFUSED),
        fault(wire, error(404), Kind.UNKNOWN),
        fault(wire, error(400), Kind.REFUSED),
        fault(wire, error(429), Kind.LIMITED),
        fault(wire, error(500), Kind.BROKEN),
        fault(wire, error(529), Kind.BROKEN),
        fault(wire, wire.stream(""), Kind.EMPTY, Kind.UNREADABLE, Kind.DROPPED),
        fault(wire, wire.stream(wire.body(List.of())), Kind.EMPTY),
        fault(wire, html(), Kind.UNREADABLE, Kind.EMPTY, Kind.DROPPED),
        fault(wire, wire.stream(wire.body(megabytes())), Kind.TOO_LONG),
        fault(wire, wire.stream("data: " + "x".repeat(10_000_000)), Kind.TOO_LONG));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void endsWithAFaultThatNamesIt(Wire wire, Set<Kind> kinds, ResponseDefinitionBuilder response) {
    server.stubFor(Wire.anything(response));
    Duration time = kinds.contains(Kind.LATE) ? SHORT : LONG;
    long start = System.nanoTime();

    assertThatThrownBy(() -> ask(wire, time))
        .isInstanceOfSatisfying(ModelFault.class, fault -> assertThat(fault.kind()).isIn(kinds))
        .hasMessageNotContaining("Oops")
        .hasNoCause();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(time.plusSeconds(20));
  }

  private static Object ask(Wire wire, Duration time) {
    return new GuardedModel(
            StreamingModels.of(wire.at(server), new ModelLimits(time, 0, 0)),
            Stages.UNOBSERVED,
            Duration.ofMillis(1))
        .ask(List.of(UserMessage.from("Who?")), Deadline.in(time), WholeText::new, spent -> {});
  }

  private static Arguments fault(Wire wire, ResponseDefinitionBuilder response, Kind... kinds) {
    return Arguments.of(wire, EnumSet.copyOf(List.of(kinds)), response);
  }

  private static String half(Wire wire) {
    String body = wire.body(Wire.pieces("The harbour of Lindholm was dredged in spring [1]."));
    return body.substring(0, body.length() / 2);
  }

  private static ResponseDefinitionBuilder error(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("content-type", "application/json")
        .withBody("{\"error\":{\"message\":\"Oops, your key is secret\",\"type\":\"error\"}}");
  }

  private static ResponseDefinitionBuilder html() {
    return aResponse()
        .withHeader("content-type", "text/html")
        .withBody("<!doctype html>\n<html><body><h1>Oops, sign in</h1></body></html>\n");
  }

  private static List<String> megabytes() {
    return Collections.nCopies(20_000, "The harbour is deep. ".repeat(25));
  }
}
