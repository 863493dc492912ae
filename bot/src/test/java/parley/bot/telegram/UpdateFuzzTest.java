package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Doorstep;
import parley.bot.chat.Viewer;
import parley.bot.ledger.AcceptedQuestion;

/**
 * Whatever is in a body that brings Telegram's secret: it is refused, or what becomes of it are
 * questions and events that can be kept. Nothing goes wrong but that a field is not there which
 * Telegram always sends.
 */
class UpdateFuzzTest {

  @TempDir static Path folder;
  private static Doorstep doorstep;
  private static UpdateHandler handler;
  private static final ListAppender<ILoggingEvent> FAILURES = new ListAppender<>();

  @BeforeAll
  static void start() {
    TelegramSettings settings =
        TelegramSettings.of(
                Map.of("TELEGRAM_BOT_TOKEN", "7:A", "TELEGRAM_API_URL", "http://localhost:1"),
                MissingNode.getInstance())
            .orElseThrow();
    doorstep = new Doorstep();
    TelegramApi api = TelegramApi.of(settings, Duration.ofMillis(1));
    BotIdentity self = new BotIdentity(7, "parley_bot");
    Pseudonyms pseudonyms = Pseudonyms.in(folder);
    Replies replies =
        new Replies(
            api, new Messenger(api), new AskedMessages(), Viewer.at(null), pseudonyms.seal());
    handler = TelegramBot.handler(settings, api, doorstep.chat(), self, pseudonyms, replies);
    Logger log = (Logger) LoggerFactory.getLogger(UpdateHandler.class);
    log.setAdditive(false);
    log.addAppender(FAILURES);
    FAILURES.start();
  }

  @AfterAll
  static void stop() {
    Logger log = (Logger) LoggerFactory.getLogger(UpdateHandler.class);
    log.setAdditive(true);
    log.detachAppender(FAILURES);
    doorstep.close();
  }

  @FuzzTest
  void isHandledOrRefused(byte[] bytes) {
    // who presses a button or types is answered, where nobody listens
    BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
    doorstep.clear();
    FAILURES.list.clear();
    WebhookServlet.read(bytes).ifPresent(handler::handle);

    assertThat(FAILURES.list)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .extracting(event -> event.getThrowableProxy().getClassName())
        .allMatch(NullPointerException.class.getName()::equals);
    assertThat(doorstep.events()).allMatch(name -> name.matches("telegram:7:update:-?\\d+"));
    assertThat(doorstep.questions()).allSatisfy(UpdateFuzzTest::assertCanBeKept);
  }

  private static void assertCanBeKept(AcceptedQuestion question) {
    assertThat(List.of(question.place(), question.person(), question.text()))
        .noneMatch(String::isBlank);
    assertThat(question.conversation()).startsWith("telegram:");
    assertThat(question.person()).hasSize(22);
  }
}
