package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static parley.bot.MadeUpTelegram.error;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.told;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.TelegramBotServer.Way;
import parley.bot.chat.ConfigurationException;

/** What is sent to the webhook of the whole bot, by Telegram and by others. */
class TelegramWebhookTest {

  private static final String ASKED = "How many participants will come to Paris?";
  private static final String SECRET = TelegramBotServer.SECRET;

  @TempDir static Path data;
  private static LogListener log;
  private static MadeUpTelegram telegram;
  private static TelegramBotServer bot;

  private final long olena = newPerson();

  @BeforeAll
  static void start() throws IOException {
    log = LogListener.of("parley.bot");
    telegram = new MadeUpTelegram();
    bot = TelegramBotServer.start(telegram, data.resolve("webhook"), Way.WEBHOOK);
  }

  @AfterAll
  static void stop() {
    bot.close();
    telegram.close();
    log.close();
  }

  @Test
  void tellsTelegramWhereToSendUpdatesAndWithWhatSecret() {
    JsonNode call = telegram.calls("setWebhook").get(0).body();
    assertThat(call.path("url").asText()).isEqualTo("https://bot.example.org/telegram/webhook");
    assertThat(call.path("secret_token").asText()).isEqualTo(SECRET);
    assertThat(call.path("allowed_updates")).hasSize(5);
    assertThat(telegram.calls("getUpdates")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", SECRET + "x", "S3CRET-Of_the-webhook"})
  void aWrongSecretIsTurnedAwayUnread(String secret) {
    String update = telegram.number(told(olena, "secret words")).toString();
    assertThat(bot.post(update, secret)).isEqualTo(401);
    assertThat(bot.post(update, null)).isEqualTo(401);
    assertThatTheNextIsAnsweredAlone();
    assertThat(log.lines(Level.DEBUG, "secret words")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7"})
  void whatHasTheSecretAndIsNoUpdateIsABadRequest(String body) {
    assertThat(bot.post(body, SECRET)).isEqualTo(400);
    assertThatTheNextIsAnsweredAlone();
  }

  @Test
  void moreThanAMegabyteIsTooMuch() {
    assertThat(bot.post("x".repeat(1_100_000), SECRET)).isEqualTo(413);
    assertThatTheNextIsAnsweredAlone();
  }

  @Test
  void citationsLeadToThePageWherePeopleReachIt() throws IOException {
    try (TelegramBotServer linked =
        TelegramBotServer.startWithPage(
            telegram, data.resolve("linked"), "https://parley.example.org")) {
      linked.deliver(told(olena, ASKED));
      await().atMost(Duration.ofSeconds(40)).until(() -> !telegram.sent(olena).isEmpty());
    }
    assertThat(telegram.sent(olena).get(0).text())
        .contains(
            "<a href=\"https://parley.example.org/documents/paris-meeting?p=3&amp;quote=The%20Paris");
  }

  @Test
  void anAddressThatTelegramDoesNotTakeIsNamedInOneLine() {
    try (MadeUpTelegram strict = new MadeUpTelegram()) {
      strict.first("setWebhook", error(400, "Bad Request: bad webhook: Failed to resolve host"));
      assertThatThrownBy(() -> TelegramBotServer.start(strict, data.resolve("strict"), Way.WEBHOOK))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "telegram does not take the webhook https://bot.example.org/telegram/webhook (400 Bad"
                  + " Request: bad webhook: Failed to resolve host): see TELEGRAM_WEBHOOK_URL");
    }
  }

  private void assertThatTheNextIsAnsweredAlone() {
    bot.deliver(told(olena, ASKED));
    await().atMost(Duration.ofSeconds(40)).until(() -> !telegram.sent(olena).isEmpty());
    assertThat(telegram.sent(olena))
        .singleElement()
        .satisfies(call -> assertThat(call.text()).contains("35"));
  }
}
