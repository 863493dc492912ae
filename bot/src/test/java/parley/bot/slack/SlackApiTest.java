package parley.bot.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.Address;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Viewer;

class SlackApiTest {

  private static final String POST = "/api/chat.postMessage";
  private static final String REPLIES = "/api/conversations.replies";
  private static final String URL = "/commands/1";
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
  private static final String STATUS = "/api/assistant.threads.setStatus";
  private static final ResponseDefinitionBuilder OK =
      okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\"}");

  private final WireMockServer slack = new WireMockServer(options().dynamicPort());
  private final SlackMessage message =
      new SlackMessage("q1:0", "Hello", List.of(Blocks.section("Hello")));
  private SlackApi api;

  @BeforeEach
  void start() {
    slack.start();
    api = new SlackApi(settings(), Duration.ofMillis(10), new ChannelPace(Duration.ofMillis(1)));
  }

  private SlackSettings settings() {
    return SlackSettings.of(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "s",
                "SLACK_API_URL", slack.baseUrl()))
        .orElseThrow();
  }

  @AfterEach
  void stop() {
    slack.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"metadata\":{\"event_type\":\"parley_message\",\"event_payload\":{\"id\":\"q1:0\"}}",
        "\"blocks\":[{\"type\":\"context\",\"block_id\":\"q1:0\",\"elements\":[]}]"
      })
  void whatCameThroughInSpiteOfAFailureIsNotPostedAgain(String known) {
    first(POST, aResponse().withStatus(503), OK);
    always(REPLIES, thread(known));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(1);
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(REPLIES))).get(0).getBodyAsString())
        .contains("include_all_metadata=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"metadata\":{\"event_type\":\"parley_message\",\"event_payload\":{\"id\":\"q2:0\"}}",
        "\"metadata\":{\"event_type\":\"task\",\"event_payload\":{\"id\":\"q1:0\"}}",
        "\"blocks\":[{\"type\":\"context\",\"block_id\":\"q2:0\",\"elements\":[]}]"
      })
  void anotherMessageInTheThreadIsNotMistakenForIt(String other) {
    first(POST, aResponse().withStatus(503), OK);
    always(REPLIES, thread(other));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
  }

  @Test
  void aPartThatAnEarlierProcessPostedBecomesTheAnswer() {
    always(
        REPLIES,
        thread("\"blocks\":[{\"type\":\"context\",\"block_id\":\"q1:0\",\"elements\":[]}]"));
    always("/api/chat.update", okJson("{\"ok\":true,\"ts\":\"18.0\"}"));
    assertThat(api.post("C1", "17.0", "17.5", new SlackMessage("q1:0", "Whole", List.of()), true))
        .isEqualTo("18.0");
    assertThat(calls(POST)).isZero();
    assertThat(slack.findAll(postRequestedFor(urlEqualTo("/api/chat.update"))))
        .extracting(request -> request.formParameter("text").firstValue())
        .containsExactly("Whole");
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(REPLIES))).get(0).getBodyAsString())
        .contains("oldest=17.5");
  }

  private static ResponseDefinitionBuilder thread(String field) {
    return okJson(
        """
        {"ok":true,"messages":[
          {"type":"message","user":"U1","text":"Who?","ts":"17.0","thread_ts":"17.0"},
          {"type":"message","bot_id":"B1","text":"Hello","ts":"18.0","thread_ts":"17.0",%s}],
         "has_more":false}"""
            .formatted(field));
  }

  @Test
  void isPostedAgainIfTheThreadDoesNotHoldIt() {
    first(POST, aResponse().withFault(Fault.EMPTY_RESPONSE), OK);
    always(REPLIES, okJson("{\"ok\":true,\"messages\":[]}"));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
    assertThat(calls(REPLIES)).isEqualTo(1);
  }

  @Test
  void waitsUntilTheThreadCanBeRead() {
    first(POST, aResponse().withStatus(500), OK);
    first(
        REPLIES,
        aResponse().withStatus(429).withHeader("Retry-After", "0"),
        okJson("{\"ok\":true}"));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
    assertThat(calls(REPLIES)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "not_in_channel", "thread_not_found"})
  void isNotPostedAgainIfTheThreadCannotBeRead(String error) {
    first(POST, aResponse().withStatus(500), OK);
    always(REPLIES, okJson("{\"ok\":false,\"error\":\"" + error + "\"}"));
    assertThatThrownBy(() -> api.post("C1", "17.0", message))
        .isInstanceOf(SlackFault.class)
        .hasMessage("chat.postMessage failed: perhaps_done")
        .hasRootCauseMessage("conversations.replies failed: " + error);
    assertThat(calls(POST)).isEqualTo(1);
    assertThat(calls(REPLIES)).isEqualTo(1);
  }

  @Test
  void isPostedAgainWithoutALookIfSlackHasNotTakenIt() {
    first(POST, aResponse().withStatus(429).withHeader("Retry-After", "0"), OK);
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
    assertThat(calls(REPLIES)).isZero();
  }

  @Test
  void carriesItsIdAndIsRecognisedByIt() {
    always(POST, OK);
    api.post("C1", "17.0", message);
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(POST))).get(0).formParameter("metadata"))
        .extracting(FormParameter::firstValue)
        .isEqualTo("{\"event_type\":\"parley_message\",\"event_payload\":{\"id\":\"q1:0\"}}");
  }

  @Test
  void whatOnePersonIsToldIsRepeatedAfterAFailureButNotAfterSilence() {
    first(URL, aResponse().withStatus(500), aResponse().withStatus(200));
    api.tell(slack.baseUrl() + URL, message);
    assertThat(calls(URL)).isEqualTo(2);

    String silent = URL + "/silent";
    first(silent, aResponse().withFault(Fault.EMPTY_RESPONSE), aResponse().withStatus(200));
    assertThatThrownBy(() -> api.tell(slack.baseUrl() + silent, message))
        .hasMessage("response_url failed: no_answer");
    assertThat(calls(silent)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | invalid_blocks                         | invalid_blocks",
        "404 | {\"ok\":false,\"error\":\"expired_url\"} | expired_url",
        "404 | <html>Not found</html>                 | http_404",
        "403 | {\"ok\":                                | http_403",
        "410 | []                                     | http_410",
      })
  void namesWhyAnAddressTakesNothing(int status, String body, String code) {
    always(URL, aResponse().withStatus(status).withBody(body));
    assertThatThrownBy(() -> api.tell(slack.baseUrl() + URL, message))
        .hasMessage("response_url failed: " + code);
    assertThat(calls(URL)).isEqualTo(1);
  }

  @Test
  void aChannelGetsOneMessageATurn() {
    SlackApi slow = new SlackApi(settings(), Duration.ofMillis(10), new ChannelPace(HALF_A_SECOND));
    always(POST, OK);
    long start = System.nanoTime();
    slow.post("C1", "17.0", message);
    slow.post("C2", "17.0", message);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HALF_A_SECOND);
    assertThat(slow.pause("C1")).isPositive();
    slow.post("C1", "17.0", message);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(HALF_A_SECOND);
  }

  @Test
  void givesUpAfterEightTries() {
    always(POST, aResponse().withStatus(429).withHeader("Retry-After", "0"));
    assertThatThrownBy(() -> api.post("C1", "17.0", message))
        .isInstanceOf(SlackFault.class)
        .hasMessage("chat.postMessage failed: http_429");
    assertThat(calls(POST)).isEqualTo(8);
  }

  @Test
  void doesNotTryAgainWhatCannotSucceed() {
    always(POST, okJson("{\"ok\":false,\"error\":\"channel_not_found\"}"));
    assertThatThrownBy(() -> api.post("C1", "17.0", message))
        .hasMessage("chat.postMessage failed: channel_not_found");
    assertThat(calls(POST)).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsNoJsonCountsAsNone() {
    first(POST, aResponse().withStatus(200).withBody("<html>maintenance</html>"), OK);
    always(REPLIES, okJson("{\"ok\":true,\"messages\":[]}"));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
  }

  @Test
  void aWorkspaceWithoutStatusIsAskedForOneOnce() {
    always(STATUS, okJson("{\"ok\":false,\"error\":\"unknown_method\"}"));
    api.showStatus("C1", "17.0", "is looking…");
    api.showStatus("C1", "17.0", "is looking…");
    assertThat(calls(STATUS)).isEqualTo(1);
  }

  @Test
  void aChannelWithoutStatusIsNoWorkspaceWithoutIt() {
    always(STATUS, okJson("{\"ok\":false,\"error\":\"channel_not_found\"}"));
    api.showStatus("C1", "17.0", "is looking…");
    api.showStatus("C2", "17.0", "is looking…");
    assertThat(calls(STATUS)).isEqualTo(2);
  }

  @Test
  void doesNotWaitForHours() {
    always(POST, aResponse().withStatus(429).withHeader("Retry-After", "3600"));
    assertThatThrownBy(() -> api.post("C1", "17.0", message))
        .hasMessage("chat.postMessage failed: http_429");
    assertThat(calls(POST)).isEqualTo(1);
  }

  @Test
  void aStatusThatFailsInPassingIsLeftOutAndShownTheNextTime() {
    always(STATUS, aResponse().withStatus(500));
    api.showStatus("C1", "17.0", "is looking…");
    api.showStatus("C1", "17.0", "is looking…");
    assertThat(calls(STATUS)).isEqualTo(2);
  }

  @Test
  void citationsLeadToThePageWherePeopleReachIt() {
    first(POST, OK, OK);
    Answers answers = new Answers(api, null, Viewer.at(URI.create("https://parley.example.org")));
    answers.send(
        "q1",
        Answered.answered("They meet. [1]", Answered.citation(1, Answered.NOTES, 2, "They meet.")),
        Optional.empty(),
        false,
        message -> api.post("C1", "17.0", message));
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(POST))))
        .singleElement()
        .satisfies(
            request ->
                assertThat(URLDecoder.decode(request.getBodyAsString(), UTF_8))
                    .contains("https://parley.example.org/documents/notes?p\\u003d2"));
  }

  @Test
  void aWorkspaceWithoutFeedbackButtonsGetsPlainOnes() {
    first(POST, okJson("{\"ok\":false,\"error\":\"invalid_blocks\"}"), OK);
    Answers answers = new Answers(api, null, Viewer.at(null));
    thread(answers).answer(given("q1"));
    thread(answers).answer(given("q2"));
    List<String> bodies =
        slack.findAll(postRequestedFor(urlEqualTo(POST))).stream()
            .map(request -> request.getBodyAsString())
            .toList();
    assertThat(bodies).hasSize(3);
    assertThat(bodies.get(0)).contains("feedback_buttons");
    assertThat(bodies.get(1)).contains("feedback_up").doesNotContain("feedback_buttons");
    assertThat(bodies.get(2)).contains("feedback_up").doesNotContain("feedback_buttons");
  }

  @Test
  void soDoesWhoeverSeesTheAnswerAlone() {
    first(URL, aResponse().withStatus(400).withBody("invalid_blocks"), aResponse().withStatus(200));
    PrivateReply.to(
            slack.baseUrl() + URL,
            "C1",
            "U1",
            new Caption("", "You asked"),
            new Answers(api, null, Viewer.at(null)))
        .answer(given("q1"));
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(URL))))
        .last()
        .satisfies(
            request ->
                assertThat(request.getBodyAsString())
                    .contains("feedback_up")
                    .doesNotContain("feedback_buttons"));
  }

  @Test
  void blocksRefusedForAnotherReasonAreNotTriedForEver() {
    always(POST, okJson("{\"ok\":false,\"error\":\"invalid_blocks\"}"));
    assertThatThrownBy(() -> thread(new Answers(api, null, Viewer.at(null))).answer(given("q1")))
        .isInstanceOf(SlackFault.class);
    assertThat(calls(POST)).isEqualTo(2);
  }

  @Test
  void theStatusOfADirectMessageIsTakenAwayIfTheAnswerDoesNotArrive() {
    always(POST, okJson("{\"ok\":false,\"error\":\"channel_not_found\"}"));
    always(STATUS, okJson("{\"ok\":true}"));
    ThreadReply reply =
        ThreadReply.by(
            new SlackRoute("D1", "17.0", "17.0", "U1", null),
            new Answers(api, null, Viewer.at(null)));
    reply.working();
    assertThatThrownBy(() -> reply.answer(given("q1"))).isInstanceOf(SlackFault.class);
    assertThat(slack.findAll(postRequestedFor(urlEqualTo(STATUS))))
        .extracting(request -> request.formParameter("status").firstValue())
        .containsExactly("is looking through the documents…", "");
  }

  private static ThreadReply thread(Answers answers) {
    return ThreadReply.by(new SlackRoute("C1", "17.0", "17.0", "U1", null), answers);
  }

  private static GivenAnswer given(String id) {
    IncomingQuestion question =
        new IncomingQuestion(
            List.of(id),
            "slack",
            "T1",
            "C1",
            "17.0",
            "slack:C1:17.0",
            "U1",
            Address.MENTION,
            "Who?");
    return new GivenAnswer(
        id,
        question,
        Answered.answered("They meet. [1]", Answered.citation(1, Answered.NPR, 3, null)));
  }

  private int calls(String path) {
    return slack.findAll(postRequestedFor(urlEqualTo(path))).size();
  }

  private void always(String path, ResponseDefinitionBuilder answer) {
    slack.stubFor(post(urlEqualTo(path)).willReturn(answer));
  }

  private void first(
      String path, ResponseDefinitionBuilder answer, ResponseDefinitionBuilder later) {
    slack.stubFor(
        post(urlEqualTo(path))
            .inScenario(path)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(answer)
            .willSetStateTo("later"));
    slack.stubFor(
        post(urlEqualTo(path)).inScenario(path).whenScenarioStateIs("later").willReturn(later));
  }
}
