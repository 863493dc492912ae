package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static parley.bot.SlackEvents.mention;
import static parley.bot.SlackEvents.newTs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.ConfigurationException;
import parley.bot.chat.LimitSettings;
import parley.bot.chat.PlaceSettings;

/** What goes wrong with Slack and in Slack, against the whole bot. */
@Tag("faults")
class SlackFaultsTest {

  private static final String BOT = "<@" + MadeUpSlack.BOT + "> ";
  private static final String ASKED = BOT + "Who leads the American delegation?";
  private static final String POST = "/api/chat.postMessage";
  private static final String OFF = "C0SWITCHEDOFF";
  private static final String OK = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\"}";

  @TempDir static Path data;
  private static final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();
  private static MadeUpSlack slack;
  private static SlackBotServer bot;

  private final String channel = "C" + newTs().substring(11);

  @BeforeAll
  static void start() throws IOException {
    listenToTheLog();
    slack = new MadeUpSlack();
    ChatSettings settings =
        new ChatSettings(
            new LimitSettings(3, 1_000, 1_000, 1_000, 2),
            90,
            Map.of(OFF, new PlaceSettings(List.of(), false, true)));
    bot = SlackBotServer.start(slack, data, settings);
  }

  /** Everything that is logged at all, since someone may switch it on. */
  private static void listenToTheLog() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    AppenderBase<ILoggingEvent> listener =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            logged.add(event);
          }
        };
    root.iteratorForAppenders().forEachRemaining(SlackFaultsTest::onlyWarnings);
    listener.setContext(root.getLoggerContext());
    listener.start();
    root.addAppender(listener);
    setLevel(Level.DEBUG);
  }

  private static void onlyWarnings(Appender<ILoggingEvent> appender) {
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel("WARN");
    filter.start();
    appender.addFilter(filter);
  }

  /** Of those who know a secret. */
  private static void setLevel(@Nullable Level level) {
    for (String name : List.of("parley.bot", "com.slack", "okhttp3")) {
      ((Logger) LoggerFactory.getLogger(name)).setLevel(level);
    }
  }

  @AfterAll
  static void stop() {
    bot.close();
    slack.close();
    setLevel(null);
    assertThat(logged).hasSizeGreaterThan(100);
    assertThat(lines(Level.DEBUG, SlackBotServer.TOKEN)).isEmpty();
    assertThat(lines(Level.DEBUG, SlackBotServer.SECRET)).isEmpty();
    assertThat(lines(Level.INFO, "American delegation")).isEmpty();
  }

  private static List<String> lines(Level least, String holding) {
    return logged.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(least))
        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
        .filter(line -> line.contains(holding))
        .limit(5)
        .toList();
  }

  @Test
  void aWrongSignatureIsTurnedAway() {
    String body = mention(channel, "U1", ASKED, newTs()).toString();
    String now = Long.toString(Instant.now().getEpochSecond());
    String wrong = SlackEvents.sign("another secret", now, body);
    assertThat(bot.events.sendSigned(body, "application/json", now, wrong)).isEqualTo(401);
    assertThat(bot.events.sendSigned(body, "application/json", now, "")).isEqualTo(401);
    assertThat(bot.events.sendSigned(body, "application/json", "", wrong)).isEqualTo(401);
    askAgainAndExpectItAlone();
  }

  @Test
  void aSignatureFiveMinutesOldIsTurnedAway() {
    String body = mention(channel, "U1", ASKED, newTs()).toString();
    Instant old = Instant.now().minus(Duration.ofMinutes(5)).minusSeconds(1);
    assertThat(bot.events.send(body, "application/json", old)).isEqualTo(401);
    askAgainAndExpectItAlone();
  }

  @Test
  void whatNobodySignedIsNotEvenReadAndNotLogged() {
    int status = bot.events.sendSigned("{\"secret words\"", "application/json", "1", "v0=0");
    assertThat(status).isEqualTo(401);
    assertThat(lines(Level.INFO, "secret words")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "null",
        "{\"type\":\"event_callback\"}",
        "",
        "payload=%7B",
        "x=y"
      })
  void whatIsSignedAndNoEventIsABadRequest(String body) {
    assertThat(bot.events.send(body, "application/json", Instant.now())).isEqualTo(400);
  }

  @Test
  void moreThanAMegabyteIsTooMuch() {
    assertThat(bot.events.send("x".repeat(1_100_000), "application/json", Instant.now()))
        .isEqualTo(413);
  }

  @Test
  void slowSendersHoldUpNobody() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 80; i++) { // more than there are threads
        Socket socket = new Socket("127.0.0.1", bot.port());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                "POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
      }
      String check = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}";
      assertThat(bot.events.send(check, "application/json", Instant.now())).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void unknownEventsAreAcknowledged() {
    String event = "{\"type\":\"event_callback\",\"event\":{\"type\":\"team_join\"}}";
    assertThat(bot.events.send(event, "application/json", Instant.now())).isEqualTo(200);
    String check = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB\"}";
    assertThat(bot.events.send(check, "application/json", Instant.now())).isEqualTo(200);
  }

  @Test
  void waitsAsLongAsSlackAsksForAndPostsOnce() {
    firstAnswer(aResponse().withStatus(429).withHeader("Retry-After", "2"));
    long start = System.nanoTime();
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 2);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    assertThat(lookups()).isZero();
  }

  @Test
  void aFailureOfSlacksIsTriedAgainAfterALookAtTheThread() {
    firstAnswer(aResponse().withStatus(500).withBody("oh no"));
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 2);
    assertThat(lookups()).isEqualTo(1);
  }

  @Test
  void anErrorWithinSlackIsTriedAgainToo() {
    firstAnswer(okJson("{\"ok\":false,\"error\":\"internal_error\"}"));
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK"})
  void noAnswerAtAllIsTriedAgain(Fault fault) {
    firstAnswer(aResponse().withFault(fault));
    ask(newTs());
    await().until(() -> slack.posted(channel).size() >= 2);
    assertThat(lookups()).isPositive();
  }

  @Test
  void whereTheThreadCannotBeReadNothingIsPostedThatMightBeThere() {
    firstAnswer(aResponse().withStatus(500).withBody("oh no"));
    slack.server.stubFor(
        post(urlEqualTo("/api/conversations.replies"))
            .atPriority(1)
            .withRequestBody(containing("channel=" + channel))
            .willReturn(okJson("{\"ok\":false,\"error\":\"missing_scope\"}")));
    ask(newTs());
    await().until(() -> !lines(Level.WARN, "did not reach " + channel).isEmpty());
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 2);
    assertThat(slack.posted(channel))
        .extracting(call -> call.get("thread_ts"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500})
  void aModalThatSlackDoesNotOpenIsSaidToOnePerson(int status) {
    ObjectNode click =
        SlackEvents.click(channel, "U1", "feedback", "down:1", slack.responseUrl(channel));
    slack.server.stubFor(
        post(urlEqualTo("/api/views.open"))
            .atPriority(1)
            .withRequestBody(containing(click.get("trigger_id").asText()))
            .willReturn(
                okJson("{\"ok\":false,\"error\":\"expired_trigger_id\"}").withStatus(status)));
    assertThat(bot.events.sendPayload(click)).isEqualTo(200);
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).get("text").asText())
        .isEqualTo("Slack did not let me open that. Please click once more.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "message_not_found",
        "thread_not_found",
        "account_inactive"
      })
  void aChannelOrMessageThatIsGoneIsLoggedAndTheNextQuestionAnswered(String error) {
    firstAnswer(okJson("{\"ok\":false,\"error\":\"" + error + "\"}"));
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 1);
    ask(newTs());
    await().until(() -> slack.posted(channel).size() == 2);
    assertThat(lines(Level.INFO, "did not reach " + channel))
        .singleElement()
        .asString()
        .contains("chat.postMessage failed: " + error);
  }

  @Test
  void whoAsksTooOftenIsToldSoAlone() {
    String person = "U" + channel;
    for (int i = 0; i < 6; i++) {
      bot.events.send(mention(channel, person, ASKED, newTs()));
    }
    await().until(() -> slack.posted(channel).size() == 3);
    await()
        .untilAsserted(
            () ->
                assertThat(slack.calls("chat.postEphemeral"))
                    .filteredOn(call -> call.get("channel").equals(channel))
                    .singleElement()
                    .satisfies(
                        call -> {
                          assertThat(call).containsEntry("user", person);
                          assertThat(call.get("text")).startsWith("You are quick!");
                        }));
  }

  @Test
  void isSilentWhereItIsOff() {
    bot.events.send(mention(OFF, "U1" + channel, ASKED, newTs()));
    bot.events.send(mention(OFF, "U1" + channel, BOT, newTs()));
    bot.events.command(OFF, "U1" + channel, "Who leads?", slack.responseUrl(channel));
    await().until(() -> slack.responses(channel).size() == 1);
    assertThat(slack.responses(channel).get(0).get("text").asText())
        .startsWith("I am switched off in this channel.");
    assertThat(slack.posted(OFF)).isEmpty();
  }

  @Test
  void aTokenThatSlackDoesNotKnowIsNamedInOneLine(@TempDir Path other) {
    try (MadeUpSlack strict = new MadeUpSlack()) {
      strict.server.stubFor(
          post(urlEqualTo("/api/auth.test"))
              .atPriority(1)
              .willReturn(okJson("{\"ok\":false,\"error\":\"invalid_auth\"}")));
      assertThatThrownBy(() -> SlackBotServer.start(strict, other, ChatSettings.DEFAULT))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "slack at "
                  + strict.url()
                  + "/api/ does not take the bot token (invalid_auth): see"
                  + " SLACK_BOT_TOKEN and SLACK_API_URL");
    }
  }

  /** What the first post into this test's channel is answered; later ones succeed. */
  private void firstAnswer(ResponseDefinitionBuilder answer) {
    slack.server.stubFor(
        post(urlEqualTo(POST))
            .atPriority(1)
            .withRequestBody(containing("channel=" + channel))
            .inScenario(channel)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(answer)
            .willSetStateTo("recovered"));
    slack.server.stubFor(
        post(urlEqualTo(POST))
            .atPriority(1)
            .withRequestBody(containing("channel=" + channel))
            .inScenario(channel)
            .whenScenarioStateIs("recovered")
            .willReturn(okJson(OK)));
  }

  private void ask(String ts) {
    assertThat(bot.events.send(mention(channel, "U1" + channel, ASKED, ts))).isEqualTo(200);
  }

  private long lookups() {
    return slack.calls("conversations.replies").stream()
        .filter(call -> channel.equals(call.get("channel")))
        .count();
  }

  private void askAgainAndExpectItAlone() {
    ask(newTs());
    await().until(() -> !slack.posted(channel).isEmpty());
    assertThat(slack.posted(channel)).hasSize(1);
  }
}
