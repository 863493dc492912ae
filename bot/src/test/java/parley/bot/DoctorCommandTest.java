package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  private static final String IDENTITY =
      """
      {"ok": true, "team_id": "T1", "user_id": "U1", "user": "parley"}
      """;

  private static final String BOT =
      """
      {"ok": true, "result": {"id": 7, "is_bot": true, "first_name": "P", "username": "parley_bot"}}
      """;

  @TempDir private Path folder;

  private final WireMockServer platform = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    platform.start();
    tell(ZonedDateTime.now(ZoneOffset.UTC));
    answer("/api/auth.test", IDENTITY);
    answer("/bot.*/getMe", BOT);
    answer("/bot.*/getWebhookInfo", "{\"ok\": true, \"result\": {\"url\": \"\"}}");
  }

  @AfterEach
  void stop() {
    platform.stop();
  }

  @Test
  void whatIsOffIsNamedAndAllElseIsWell() throws IOException {
    Run run = Run.of(folder, "doctor", "--config", settings(""));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "ok    settings   0 are set: see parley config\n",
            "ok    data       " + folder + ", ",
            "ok    documents  9 with 34 paragraphs\n",
            "-     model      none: answers are of the sources' own sentences\n",
            "-     ledger     none yet: serve makes it\n",
            "-     slack      off: SLACK_BOT_TOKEN is not set\n",
            "-     telegram   off: TELEGRAM_BOT_TOKEN is not set\n",
            "-     clock      no platform is on to compare it with\n");
  }

  @Test
  void platformsThatTakeTheirTokensAreWell() throws IOException {
    Run run = Run.of(folder, "doctor", "--config", settings(platforms()));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "ok    slack      user U1 of workspace T1, SlackSettings[http, ",
            "ok    telegram   @parley_bot, TelegramSettings[polling, ",
            "ok    clock      ")
        .doesNotContain("xoxb-1", "hush");
  }

  @Test
  void aTokenThatIsRefusedIsNamed() throws IOException {
    answer("/api/auth.test", "{\"ok\": false, \"error\": \"invalid_auth\"}");
    Run run = Run.of(folder, "doctor", "--config", settings(platforms()));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "FAIL  slack      slack at "
                + platform.baseUrl()
                + "/api/ does not take the bot token (invalid_auth): see SLACK_BOT_TOKEN and"
                + " SLACK_API_URL\n");
  }

  @Test
  void aWebhookThatTelegramCannotReachIsTold() throws IOException {
    answer(
        "/bot.*/getWebhookInfo",
        """
        {"ok": true, "result": {"url": "https://bot.example.org/telegram/webhook",
         "last_error_date": 1767700800, "last_error_message": "Connection refused"}}
        """);
    Run run =
        Run.of(
            folder,
            "doctor",
            "--config",
            settings(
                platforms()
                    + "TELEGRAM_WEBHOOK_URL: https://bot.example.org\n"
                    + "TELEGRAM_WEBHOOK_SECRET: s3cret\n"));
    assertThat(run.out())
        .contains(
            "warn  telegram   telegram could not reach https://bot.example.org/telegram/webhook at"
                + " 2026-01-06T12:00:00Z (Connection refused): see TELEGRAM_WEBHOOK_URL");
  }

  @Test
  void aClockThatIsWrongIsToBeSet() throws IOException {
    tell(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(599));
    Run run = Run.of(folder, "doctor", "--config", settings(platforms()));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("FAIL  clock      5\\d\\d s behind that of .*: set it by a time server");
  }

  @Test
  void aFolderThatIsNoneIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Run run = Run.of(file, "doctor");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("FAIL  data       " + file + " cannot be written to");
  }

  private String platforms() {
    return """
        SLACK_BOT_TOKEN: xoxb-1
        SLACK_SIGNING_SECRET: hush
        SLACK_API_URL: %1$s
        TELEGRAM_BOT_TOKEN: 1:hush
        TELEGRAM_API_URL: %1$s
        """
        .formatted(platform.baseUrl());
  }

  private String settings(String lines) throws IOException {
    return Files.writeString(folder.resolve("parley.yaml"), lines).toString();
  }

  private void tell(ZonedDateTime time) {
    platform.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(okJson("{}").withHeader("Date", RFC_1123_DATE_TIME.format(time))));
  }

  private void answer(String path, String json) {
    platform.stubFor(any(urlPathMatching(path)).willReturn(okJson(json)));
  }
}
