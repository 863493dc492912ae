package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.bot.chat.ConfigurationException;

class SlackSettingsTest {

  @Test
  void withoutABotTokenSlackIsOff() {
    assertThat(SlackSettings.of(Map.of("SLACK_APP_TOKEN", "xapp-1"))).isEmpty();
    assertThat(SlackSettings.of(Map.of("SLACK_BOT_TOKEN", " "))).isEmpty();
  }

  @Test
  void theOtherSecretChoosesTheWay() {
    assertThat(settings(Map.of("SLACK_SIGNING_SECRET", "s")).socketMode()).isFalse();
    assertThat(settings(Map.of("SLACK_APP_TOKEN", "xapp-1")).socketMode()).isTrue();
    assertThat(
            settings(Map.of("SLACK_APP_TOKEN", "xapp-1", "SLACK_SIGNING_SECRET", "s")).socketMode())
        .isTrue();
    assertThatThrownBy(() -> settings(Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9000,       http://localhost:9000/api/",
    "http://localhost:9000/,      http://localhost:9000/api/",
    "http://localhost:9000/api,   http://localhost:9000/api/",
    "https://proxy.example/slack, https://proxy.example/slack/",
  })
  void completesTheAddress(String given, String used) {
    assertThat(settings(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_API_URL", given)).apiUrl())
        .isEqualTo(used);
  }

  @Test
  void saysWhichAddressIsNone() {
    assertThatThrownBy(
            () -> settings(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_API_URL", "localhost")))
        .hasMessage("SLACK_API_URL is 'localhost': give an address such as https://slack.com/api/");
  }

  @Test
  void aDigestGoesToAChannelThatItsIdNames() {
    String name = "SLACK_DIGEST_CHANNEL";
    assertThat(settings(Map.of("SLACK_SIGNING_SECRET", "s")).digestChannel()).isNull();
    assertThat(settings(Map.of("SLACK_SIGNING_SECRET", "s", name, "C0123ABCD")).digestChannel())
        .isEqualTo("C0123ABCD");
    assertThatThrownBy(() -> settings(Map.of("SLACK_SIGNING_SECRET", "s", name, "#desk")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "SLACK_DIGEST_CHANNEL is '#desk': give the channel's id, such as C0123ABCD; in Slack,"
                + " the channel's name, About");
  }

  @Test
  void keepsItsSecrets() {
    assertThat(settings(Map.of("SLACK_APP_TOKEN", "xapp-1", "SLACK_SIGNING_SECRET", "hush")))
        .hasToString("SlackSettings[socket mode, https://slack.com/api/]");
  }

  private static SlackSettings settings(Map<String, String> more) {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    return SlackSettings.of(environment).orElseThrow();
  }
}
