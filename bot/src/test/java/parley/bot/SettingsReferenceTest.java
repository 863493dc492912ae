package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReferenceTest {

  @TempDir private Path folder;

  @Test
  void thePageIsTheOneThatTheCodeMakes() throws IOException {
    String atOnce = "at-once: \\d+";
    assertThat(SettingsReference.page().replaceAll(atOnce, "at-once: 1"))
        .as("write it anew: java -jar bot/target/parley.jar config --reference")
        .isEqualTo(
            Files.readString(Path.of("../deploy/CONFIGURATION.md"))
                .replaceAll(atOnce, "at-once: 1"));
  }

  @Test
  void whatIsInForceIsShownWithoutSecrets() throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), "PARLEY_PORT: 80\nkeep-days: 30\n");
    Path secret = Files.writeString(folder.resolve("token"), "xoxb-1-very-secret\n");
    Settings settings =
        Settings.of(
            Map.of(
                "PARLEY_OPENSEARCH_URL", "https://parley:hush@one:9200,https://two:9200",
                "SLACK_BOT_TOKEN_FILE", secret.toString(),
                "GEMINI_API_KEY", "AIza-hush"),
            file);

    assertThat(settings.get(Setting.SLACK_BOT_TOKEN)).contains("xoxb-1-very-secret");
    assertThat(new SettingsInForce(settings).yaml())
        .contains(
            "PARLEY_OPENSEARCH_URL: \"https://…@one:9200,https://two:9200\"  # from the environment\n",
            "# PARLEY_DATA is not set: `.parley` in the home folder\n",
            "PARLEY_PORT: 80  # from " + file + "\n",
            "SLACK_BOT_TOKEN: (a secret of 18 characters)  # from " + secret + "\n",
            "GEMINI_API_KEY: (a secret of 9 characters)  # from the environment\n",
            "keep-days: 30\n",
            "web:\n  address-a-minute: 60\n")
        .doesNotContain("hush", "very-secret");
  }

  @Test
  void whatIsInForceCanBeReadAsAFile() throws IOException {
    Settings settings = Settings.of(Map.of("PARLEY_PORT", "80", "PARLEY_MODEL", "ollama:x"), null);
    Path file = Files.writeString(folder.resolve("p.yaml"), new SettingsInForce(settings).yaml());
    assertThat(Settings.of(Map.of(), file).byName()).isEqualTo(settings.byName());
  }
}
