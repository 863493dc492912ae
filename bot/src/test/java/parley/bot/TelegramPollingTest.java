package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.bot.MadeUpTelegram.error;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.told;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.TelegramBotServer.Way;

/** What goes wrong while the whole bot asks for updates. */
class TelegramPollingTest {

  private static final String ASKED = "How many participants will come to Paris?";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir static Path data;
  private static LogListener log;
  private static MadeUpTelegram telegram;
  private static TelegramBotServer bot;

  private final long olena = newPerson();

  @BeforeAll
  static void start() throws IOException {
    log = LogListener.of("parley.bot");
    telegram = new MadeUpTelegram();
    bot = TelegramBotServer.start(telegram, data, Way.POLLING);
  }

  @AfterAll
  static void stop() {
    bot.close();
    telegram.close();
    log.close();
  }

  @Test
  void takesTheWebhookAwayAndAsksForTheKindsThatItUses() {
    await().until(() -> !telegram.calls("deleteWebhook").isEmpty());
    await().until(() -> !telegram.calls("getUpdates").isEmpty());
    JsonNode poll = telegram.calls("getUpdates").get(0).body();
    assertThat(poll.path("timeout").asInt()).isEqualTo(50);
    assertThat(poll.path("allowed_updates"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "message", "edited_message", "callback_query", "inline_query", "my_chat_member");
  }

  @Test
  void aSecondPollerIsNamedAndPollingGoesOn() {
    ResponseDefinitionBuilder conflict =
        error(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
    telegram.first("getUpdates", conflict, conflict);
    await().atMost(PATIENCE).until(() -> !warnings("another process asks").isEmpty());
    assertThatTheNextIsAnswered();
    assertThat(warnings("another process asks for this bot's updates")).hasSize(1);
  }

  @Test
  void failuresAreToldOnceAndPollingGoesOn() {
    ResponseDefinitionBuilder broken = error(500, "Internal Server Error: restart");
    telegram.first("getUpdates", broken, broken, broken);
    await().atMost(PATIENCE).until(() -> !warnings("Error: restart").isEmpty());
    assertThatTheNextIsAnswered();
    assertThat(warnings("500 Internal Server Error: restart")).hasSize(1);
    assertThat(log.lines(Level.INFO, "updates from telegram come again")).isNotEmpty();
  }

  @Test
  void anAnswerThatIsNoneIsAskedForAgain() {
    telegram.first(
        "getUpdates", okJson("<html>maintenance</html>"), okJson("{\"ok\":true,\"result\":{}}"));
    await().atMost(PATIENCE).until(() -> !warnings("cannot be read").isEmpty());
    assertThatTheNextIsAnswered();
  }

  @Test
  void aServerThatIgnoresTheOffsetAndAnswersAtOnceIsLivedWith() throws IOException {
    telegram.beRude(true);
    try {
      bot.deliver(told(olena, ASKED));
      await().atMost(PATIENCE).until(() -> telegram.sent(olena).size() == 1);
      bot.restart();
      int polls = telegram.calls("getUpdates").size();
      await()
          .pollDelay(Duration.ofSeconds(2))
          .atMost(PATIENCE)
          .until(() -> telegram.calls("getUpdates").size() > polls);
      assertThat(telegram.calls("getUpdates").size() - polls).isLessThan(15);
      bot.deliver(told(olena, ASKED));
      await().atMost(PATIENCE).until(() -> telegram.sent(olena).size() == 2);
    } finally {
      telegram.beRude(false);
    }
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(3);
  }

  private static List<String> warnings(String holding) {
    return log.lines(Level.WARN, holding);
  }

  private void assertThatTheNextIsAnswered() {
    int before = telegram.sent(olena).size();
    bot.deliver(told(olena, ASKED));
    await().atMost(PATIENCE).until(() -> telegram.sent(olena).size() > before);
    assertThat(telegram.sent(olena).get(before).text()).contains("35");
  }
}
