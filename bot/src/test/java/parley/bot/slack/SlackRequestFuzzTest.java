package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import parley.bot.chat.Doorstep;
import parley.bot.chat.Viewer;
import parley.bot.ledger.AcceptedQuestion;

/**
 * Whatever is in a body that Slack has signed: what becomes of it are questions, events and
 * feedback that can be kept, or a failure that Bolt answers with its status.
 */
class SlackRequestFuzzTest {

  private static Doorstep doorstep;
  private static App app;

  @BeforeAll
  static void start() {
    doorstep = new Doorstep();
    SlackSettings settings =
        new SlackSettings("xoxb-1", null, "xapp-1", "http://localhost:1/api/", null, null);
    SlackApi api =
        new SlackApi(settings, Duration.ofMillis(1), new ChannelPace(ChannelPace.DOCUMENTED));
    Answers answers = new Answers(api, null, Viewer.at(null));
    app =
        SlackApp.of(
            settings, api.slack(), doorstep.chat(), answers, new BotIdentity("T1", "U0BOT"));
    app.start();
  }

  @AfterAll
  static void stop() {
    app.stop();
    doorstep.close();
  }

  @FuzzTest
  void event(byte[] bytes) throws Exception {
    assertRead(new String(bytes, StandardCharsets.UTF_8), "application/json");
  }

  @FuzzTest
  void command(byte[] bytes) throws Exception {
    assertRead(new String(bytes, StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
  }

  @FuzzTest
  void interaction(byte[] bytes) throws Exception {
    String payload = new String(bytes, StandardCharsets.UTF_8);
    assertRead(
        "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8),
        "application/x-www-form-urlencoded");
  }

  private static void assertRead(String body, String type) throws Exception {
    // who opens the pane is greeted, where nobody listens
    BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
    doorstep.clear();
    run(request(body, type));
    assertThat(doorstep.events()).allMatch(name -> name.matches("(?s)slack:[a-z]+:.+"));
    assertThat(doorstep.questions()).allSatisfy(SlackRequestFuzzTest::assertCanBeKept);
    assertThat(doorstep.feedback()).noneMatch(feedback -> feedback.person().isBlank());
  }

  /** Bolt says 500 to what it cannot read, and where a name lacks that Slack always sends. */
  private static void run(@Nullable Request<?> request) throws Exception {
    try {
      if (request != null) {
        assertThat(app.run(request)).isNotNull();
      }
    } catch (JsonParseException | NullPointerException e) {
      assertThat(doorstep.questions()).isEmpty();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageEndingWith("of a question is empty: give its id");
    }
  }

  private static void assertCanBeKept(AcceptedQuestion question) {
    assertThat(List.of(question.place(), question.person(), question.text()))
        .noneMatch(String::isBlank);
    assertThat(question.thread()).isNotEqualTo("");
    assertThat(question.text()).isEqualTo(question.text().strip());
    assertThat(question.conversation()).startsWith("slack:" + question.place());
  }

  /** As the servlet has it read: what cannot be is answered with 400. */
  private static @Nullable Request<?> request(String body, String type) {
    SlackRequestParser.HttpRequest http =
        SlackRequestParser.HttpRequest.builder()
            .requestUri(SlackBot.PATH)
            .queryString(Map.of())
            .requestBody(body)
            .headers(new RequestHeaders(Map.of("content-type", List.of(type))))
            .build();
    try {
      return new SlackRequestParser(app.config()).parse(http);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
