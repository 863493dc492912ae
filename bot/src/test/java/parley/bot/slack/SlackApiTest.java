package parley.bot.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.bot.chat.Address;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.IncomingQuestion;

class SlackApiTest {

  private static final String POST = "/api/chat.postMessage";
  private static final String REPLIES = "/api/conversations.replies";
  private static final String STATUS = "/api/assistant.threads.setStatus";
  private static final ResponseDefinitionBuilder OK =
      okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\"}");

  private final WireMockServer slack = new WireMockServer(options().dynamicPort());
  private final SlackMessage message =
      new SlackMessage("Hello", List.of(Blocks.section("Hello", "q1:0")));
  private SlackApi api;

  @BeforeEach
  void start() {
    slack.start();
    SlackSettings settings =
        SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN", "xoxb-1",
                    "SLACK_SIGNING_SECRET", "s",
                    "SLACK_API_URL", slack.baseUrl()))
            .orElseThrow();
    api = new SlackApi(settings, Duration.ofMillis(10));
  }

  @AfterEach
  void stop() {
    slack.stop();
  }

  @Test
  void whatCameThroughInSpiteOfAFailureIsNotPostedAgain() {
    first(POST, aResponse().withStatus(503), OK);
    always(
        REPLIES,
        okJson(
            """
            {"ok":true,"messages":[
              {"type":"message","user":"U1","text":"Who?","ts":"17.0","thread_ts":"17.0"},
              {"type":"message","bot_id":"B1","text":"Hello","ts":"18.0","thread_ts":"17.0",
               "blocks":[{"type":"section","block_id":"q1:0","text":{"type":"mrkdwn","text":"Hello"}}]}],
             "has_more":false}"""));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(1);
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

  @Test
  void isPostedAgainIfTheThreadMayNotBeRead() {
    first(POST, aResponse().withStatus(500), OK);
    always(REPLIES, okJson("{\"ok\":false,\"error\":\"missing_scope\"}"));
    api.post("C1", "17.0", message);
    assertThat(calls(POST)).isEqualTo(2);
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
  void aStatusThatFailsInPassingIsLeftOutAndShownTheNextTime() {
    always(STATUS, aResponse().withStatus(500));
    api.showStatus("C1", "17.0", "is looking…");
    api.showStatus("C1", "17.0", "is looking…");
    assertThat(calls(STATUS)).isEqualTo(2);
  }

  @Test
  void aWorkspaceWithoutFeedbackButtonsGetsPlainOnes() {
    first(POST, okJson("{\"ok\":false,\"error\":\"invalid_blocks\"}"), OK);
    Answers answers = new Answers(api, null);
    answers.post("C1", "17.0", given("q1"), Optional.empty());
    answers.post("C1", "17.0", given("q2"), Optional.empty());
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
  void blocksRefusedForAnotherReasonAreNotTriedForEver() {
    always(POST, okJson("{\"ok\":false,\"error\":\"invalid_blocks\"}"));
    Answers answers = new Answers(api, null);
    assertThatThrownBy(() -> answers.post("C1", "17.0", given("q1"), Optional.empty()))
        .isInstanceOf(SlackFault.class);
    assertThat(calls(POST)).isEqualTo(2);
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
