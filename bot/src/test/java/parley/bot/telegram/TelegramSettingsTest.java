package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ConfigurationException;

class TelegramSettingsTest {

  private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
  private static final JsonNode NOTHING = MissingNode.getInstance();

  @Test
  void withoutABotTokenTelegramIsOff() {
    assertThat(TelegramSettings.of(Map.of(), NOTHING)).isEmpty();
    assertThat(TelegramSettings.of(Map.of("TELEGRAM_BOT_TOKEN", " "), NOTHING)).isEmpty();
  }

  @Test
  void pollsUnlessThereIsAWebhook() {
    TelegramSettings settings = settings(Map.of());
    assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(settings.webhookUrl()).isNull();
    assertThat(settings.audience()).isEqualTo(TelegramAudience.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "https://bot.example.org,        https://bot.example.org/telegram/webhook",
    "https://bot.example.org/,       https://bot.example.org/telegram/webhook",
    "https://bot.example.org/a/hook, https://bot.example.org/a/hook",
  })
  void completesTheWebhooksAddress(String given, String used) {
    TelegramSettings settings =
        settings(Map.of("TELEGRAM_WEBHOOK_URL", given, "TELEGRAM_WEBHOOK_SECRET", "a_B-9"));
    assertThat(settings.webhookUrl()).isEqualTo(URI.create(used));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TELEGRAM_BOT_TOKEN|1:a b/c|TELEGRAM_BOT_TOKEN has characters that no token has",
        "TELEGRAM_WEBHOOK_URL|https://bot.example.org|TELEGRAM_WEBHOOK_URL is set, but nothing",
        "TELEGRAM_WEBHOOK_URL|bot.example.org|TELEGRAM_WEBHOOK_URL is 'bot.example.org': give",
        "TELEGRAM_WEBHOOK_SECRET|with blanks|TELEGRAM_WEBHOOK_SECRET may have 1 to 256 letters",
        "TELEGRAM_API_URL|localhost|TELEGRAM_API_URL is 'localhost': give an address without",
        "TELEGRAM_API_URL|http://localhost/x|TELEGRAM_API_URL is 'http://localhost/x': give an",
      })
  void saysWhatDoesNotFit(String name, String value, String message) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("with blanks")
        .hasMessageNotContaining("1:a b/c");
  }

  @Test
  void keepsItsSecrets() {
    assertThat(
            settings(
                Map.of(
                    "TELEGRAM_WEBHOOK_URL", "https://bot.example.org",
                    "TELEGRAM_WEBHOOK_SECRET", "hush")))
        .hasToString(
            "TelegramSettings[webhook https://bot.example.org/telegram/webhook,"
                + " https://api.telegram.org]");
    assertThat(settings(Map.of()))
        .hasToString("TelegramSettings[polling, https://api.telegram.org]");
  }

  @Test
  void readsWhoMayAskAndHowOften() throws IOException {
    TelegramAudience audience =
        audience("{allow: [7, -1001], block: [8], limits: {chat-a-minute: 5}}");
    assertThat(audience)
        .isEqualTo(
            new TelegramAudience(Set.of(7L, -1001L), Set.of(8L), new TelegramLimits(20, 5, 1_800)));
    assertThat(audience.isAllowed(7, 7)).isTrue();
    assertThat(audience.isAllowed(9, -1001)).isTrue();
    assertThat(audience.isAllowed(9, 9)).isFalse();
    assertThat(audience.isBlocked(8, -1001)).isTrue();
    assertThat(TelegramAudience.DEFAULT.isAllowed(9, 9)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{alow: [7]}|unknown key telegram.alow: known there are allow, block, limits",
        "{limits: {a-minute: 7}}|unknown key telegram.limits.a-minute: known there are"
            + " bot-a-minute, chat-a-minute, person-a-minute",
        "{allow: [olena]}|in telegram.allow.0: ",
        "{limits: {chat-a-minute: 0}}|in telegram.limits: chat-a-minute is 0: give a number of",
      })
  void namesWhatIsWrongInTheFile(String yaml, String message) {
    assertThatThrownBy(() -> audience(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{alow: [7]}"})
  void aWrongFileIsNamedAlsoWhileTelegramIsOff(String yaml) {
    assertThatThrownBy(() -> TelegramSettings.of(Map.of(), new YAMLMapper().readTree(yaml)))
        .isInstanceOf(ConfigurationException.class);
  }

  private static TelegramAudience audience(String yaml) throws IOException {
    return TelegramSettings.of(Map.of("TELEGRAM_BOT_TOKEN", TOKEN), new YAMLMapper().readTree(yaml))
        .orElseThrow()
        .audience();
  }

  private static TelegramSettings settings(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(Map.of("TELEGRAM_BOT_TOKEN", TOKEN));
    environment.putAll(more);
    return TelegramSettings.of(environment, NOTHING).orElseThrow();
  }
}
