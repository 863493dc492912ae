package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.ConfigurationException;
import parley.bot.slack.SlackSettings;
import parley.bot.telegram.TelegramSettings;
import parley.bot.web.WebSettings;

/** Whatever is in the settings file: it is read, or refused in one line. */
class SettingsFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("parley.yaml"), bytes);
    try {
      Settings settings = Settings.of(Map.of(), file);
      assertThat(settings.chat().keepDays()).isPositive();
      assertThat(WebSettings.of(settings.byName(), settings.section(WebSettings.SECTION)).proxies())
          .isNotNull();
      SlackSettings.of(settings.byName());
      TelegramSettings.of(settings.byName(), settings.section(TelegramSettings.SECTION));
      ModelSettings model = new ModelSettings(settings);
      model.model();
      assertThat(model.limits().time()).isPositive();
    } catch (IllegalArgumentException | ConfigurationException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }
}
