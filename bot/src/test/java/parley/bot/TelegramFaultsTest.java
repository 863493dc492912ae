package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static parley.bot.MadeUpTelegram.error;
import static parley.bot.TelegramUpdates.newGroup;
import static parley.bot.TelegramUpdates.newPerson;
import static parley.bot.TelegramUpdates.told;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.MadeUpTelegram.Call;
import parley.bot.TelegramBotServer.Way;
import parley.bot.chat.ConfigurationException;

/**
 * What goes wrong with Telegram, and what people mean to go wrong, against the whole bot, whichever
 * way updates come. After any of it the next good question is answered.
 */
@Tag("faults")
@ParameterizedClass
@EnumSource(Way.class)
class TelegramFaultsTest {

  private static final String ASKED = "Who leads the harbour council?";
  private static final String LEADER = "Marta Lind";
  private static final long BLOCKED = 4_000_001;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir static Path folder;
  private static LogListener log;
  private static MadeUpTelegram telegram;
  private static TelegramBotServer bot;

  private final Way way;

  /** No other test's. */
  private final long olena = newPerson();

  TelegramFaultsTest(Way way) {
    this.way = way;
  }

  @BeforeParameterizedClassInvocation
  static void start(Way way) throws IOException {
    log = LogListener.of("parley.bot", "org.telegram", "okhttp3");
    telegram = new MadeUpTelegram();
    bot =
        TelegramBotServer.start(
            telegram,
            folder.resolve("data-" + way),
            way,
            MadeUpTelegram.json("{\"block\":[" + BLOCKED + "],\"limits\":{\"person-a-minute\":6}}"),
            List.of(documents()));
  }

  private static Path documents() throws IOException {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(
        documents.resolve("harbour.md"),
        """
        ---
        title: The <i>harbour</i> & its council
        publisher: Port Herald
        date: 2026-01-05
        url: javascript:alert(document.cookie)
        ---

        The harbour council is led by Marta Lind, a former pilot.

        The council bought <b>forty cranes</b> & a tug for 3 < 4 million crowns last spring.
        """);
    return documents;
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    bot.close();
    telegram.close();
    log.close();
    assertThat(log.size()).isGreaterThan(100);
    assertThat(log.lines(Level.TRACE, MadeUpTelegram.TOKEN)).isEmpty();
    assertThat(log.lines(Level.TRACE, TelegramBotServer.SECRET)).isEmpty();
    assertThat(log.lines(Level.INFO, "harbour council")).isEmpty();
  }

  @Test
  void aDocumentsMarkupIsShownAndItsStrangeLinkIsNone() {
    bot.deliver(told(olena, "What did the council buy last spring?"));
    String answer = sent(olena, 1).get(0).text();
    assertThat(answer)
        .contains("forty cranes", "&amp;", "harbour")
        .doesNotContain("javascript", "<b>forty", "<i>harbour");
    assertThatTheNextIsAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Who</b> <script>alert(1)</script> & <a href=\"javascript:alert(1)\">leads</a>?",
        "[Who](javascript:alert(1)) leads `the` *council*",
        "\u202Eliocnuc ruobrah eht sdael ohW\u202C?",
        "\u200F\u2066\u2067מי מוביל?\u2069",
        "@channel /forget@someone_else <tg-spoiler>",
        "\u0000\u0007\uFEFF",
        "…",
      })
  void strangeTextIsAnsweredAndNeverObeyed(String text) {
    bot.deliver(told(olena, text));
    String answer = sent(olena, 1).get(0).text();
    assertThat(answer).doesNotContain("<script", "<a href=\"javascript", "\u202E", "\u2066");
    assertThatTheNextIsAnswered();
  }

  @Test
  void fourThousandEmojiAreAnswered() {
    bot.deliver(told(olena, "👩‍👩‍👧‍👦".repeat(372)));
    bot.deliver(told(olena, "🙂".repeat(2_048)));
    sent(olena, 2);
    assertThatTheNextIsAnswered();
  }

  @Test
  void waitsAsLongAsTelegramAsksAndSendsOnce() {
    telegram.first(
        "sendMessage", olena, error(429, "Too Many Requests: retry after 2", "\"retry_after\":2"));
    long start = System.nanoTime();
    bot.deliver(told(olena, ASKED));
    sent(olena, 2);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(3);
  }

  /** More than there are threads that send. */
  @Test
  void fiftyChatsThatHaveToWaitHoldUpNobody() {
    List<Long> waiting = Stream.generate(TelegramUpdates::newPerson).limit(50).toList();
    for (long person : waiting) {
      telegram.first(
          "sendMessage",
          person,
          error(429, "Too Many Requests: retry after 8", "\"retry_after\":8"));
      bot.deliver(told(person, ASKED));
    }
    assertThatTheNextIsAnswered();
    assertThat(waiting).allMatch(person -> telegram.sent(person).size() < 2);
    waiting.forEach(person -> sent(person, 2));
  }

  @Test
  void whoHasBlockedTheBotIsNotTriedAgain() {
    telegram.first("sendMessage", olena, error(403, "Forbidden: bot was blocked by the user"));
    bot.deliver(told(olena, ASKED));
    sent(olena, 1);
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(2);
    assertThat(log.lines(Level.WARN, "blocked")).isEmpty();
    assertThat(log.lines(Level.INFO, "does not want to hear of the bot any more")).hasSize(1);
  }

  @Test
  void whatTelegramDoesNotTakeIsNotTriedAgain() {
    telegram.first("sendMessage", olena, error(400, "Bad Request: chat not found"));
    bot.deliver(told(olena, ASKED));
    sent(olena, 1);
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(2);
  }

  @Test
  void markupThatTelegramDoesNotTakeIsLeftOutOnce() {
    telegram.first(
        "sendMessage",
        olena,
        error(400, "Bad Request: can't parse entities: Unsupported start tag at byte offset 7"));
    bot.deliver(told(olena, ASKED));
    List<Call> tries = sent(olena, 2);
    assertThat(tries.get(1).body().has("parse_mode")).isFalse();
    assertThat(tries.get(1).text()).contains(LEADER).doesNotContain("<blockquote", "&amp;");
    assertThatTheNextIsAnswered();
  }

  @Test
  void failuresOfTelegramsAreTriedAgain() {
    telegram.first(
        "sendMessage",
        olena,
        error(500, "Internal Server Error"),
        aResponse().withStatus(502).withBody("<html>bad gateway</html>"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    bot.deliver(told(olena, ASKED));
    sent(olena, 4);
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(5);
  }

  /** Such as a date in milliseconds, which no library reads: the message is there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ok\":true,\"result\":{\"message_id\":9,\"date\":1767690000123,\"chat\":{\"id\":1}}}",
        "{\"ok\":true,\"result\":true}",
        "{\"ok\":true}",
        "<html>ok</html>",
        "",
      })
  void anAnswerThatCannotBeReadCountsAsSent(String body) {
    telegram.first("sendMessage", olena, okJson(body));
    bot.deliver(told(olena, ASKED));
    sent(olena, 1);
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(2);
  }

  @Test
  void followsAGroupThatBecameASupergroup() {
    long group = -newPerson();
    long supergroup = newGroup();
    telegram.always(
        "sendMessage",
        group,
        error(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            "\"migrate_to_chat_id\":" + supergroup));
    bot.deliver(told(group, olena, "/ask " + ASKED));
    assertThat(sent(supergroup, 1).get(0).text()).contains(LEADER);
    bot.deliver(told(group, olena, "/ask " + ASKED));
    sent(supergroup, 2);
    assertThat(telegram.sent(group)).hasSize(1);
    assertThatTheNextIsAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hologram\":{\"id\":\"1\",\"from\":{\"id\":5}}}",
        "{\"message\":{\"message_id\":1,\"date\":99999999999999,\"chat\":{\"id\":5}}}",
        "{\"message\":\"not an object\"}",
        "{\"message\":{}}",
        "{\"callback_query\":{}}",
        "{\"inline_query\":{\"id\":\"1\"}}",
        "{\"my_chat_member\":{\"chat\":{\"id\":1},\"new_chat_member\":{\"status\":\"emperor\"}}}",
        "{}",
      })
  void anUpdateOfAnUnknownKindIsLeftOut(String update) {
    bot.deliver((ObjectNode) MadeUpTelegram.json(update));
    assertThatTheNextIsAnswered();
  }

  @Test
  void whoAsksTooOftenIsToldOnce() {
    for (int i = 0; i < 9; i++) {
      bot.deliver(told(olena, ASKED));
    }
    sent(olena, 7);
    assertThat(telegram.sent(olena))
        .filteredOn(call -> call.text().startsWith("You are quick!"))
        .hasSize(1);
    assertThatNextOfAnotherIsAnswered();
    assertThat(telegram.sent(olena)).hasSize(7);
  }

  @Test
  void whoIsBlockedIsNotHeard() throws IOException {
    bot.deliver(told(BLOCKED, ASKED + " said the blocked"));
    bot.deliver(told(BLOCKED, "/help"));
    assertThatTheNextIsAnswered();
    assertThat(telegram.sent(BLOCKED)).isEmpty();
    assertThat(kept()).doesNotContain("said the blocked");
  }

  @Test
  void noNumberAndNoNameOfAPersonIsKeptOrLogged() throws IOException {
    bot.deliver(told(olena, ASKED));
    bot.deliver(told(newGroup(), olena, "/ask " + ASKED));
    assertThatTheNextIsAnswered();
    assertThat(kept()).doesNotContain(Long.toString(olena), "Olena", "Kovalenko", "olena_k");
    assertThat(log.lines(Level.INFO, Long.toString(olena))).isEmpty();
    assertThat(log.lines(Level.INFO, "Olena")).isEmpty();
  }

  @Test
  void whatIsForgottenIsInNoFileAnyMore() throws IOException {
    bot.deliver(told(olena, ASKED + " Quixotic zebras want to know."));
    sent(olena, 1);
    assertThat(kept()).contains("Quixotic zebras");
    bot.deliver(told(olena, "/forget"));
    sent(olena, 2);
    assertThat(kept()).doesNotContain("Quixotic zebras");
    assertThatTheNextIsAnswered();
  }

  private String kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data-" + way))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ledger.db"))
          .map(TelegramFaultsTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aTokenThatTelegramDoesNotKnowIsNamedInOneLine() {
    try (MadeUpTelegram strict = new MadeUpTelegram()) {
      strict.first("getMe", error(401, "Unauthorized"));
      assertThatThrownBy(
              () -> TelegramBotServer.start(strict, folder.resolve("strict-" + way), way))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "telegram at "
                  + strict.url()
                  + " does not take the bot token (401 Unauthorized): see TELEGRAM_BOT_TOKEN and"
                  + " TELEGRAM_API_URL");
    }
  }

  @Test
  void commandsThatCannotBeListedAreDoneWithout() throws IOException {
    try (MadeUpTelegram strict = new MadeUpTelegram()) {
      strict.first("setMyCommands", error(400, "Bad Request: BOT_COMMAND_INVALID"));
      try (TelegramBotServer other =
          TelegramBotServer.start(strict, folder.resolve("commands-" + way), way)) {
        other.deliver(told(olena, "/help"));
        await().atMost(PATIENCE).until(() -> !strict.sent(olena).isEmpty());
        assertThat(log.lines(Level.INFO, "the commands are not listed")).hasSizeBetween(1, 2);
      }
    }
  }

  @Test
  void onlyThoseOnTheListAreAnsweredAndOthersToldSo() throws IOException {
    long guest = newPerson();
    try (MadeUpTelegram other = new MadeUpTelegram();
        TelegramBotServer own =
            TelegramBotServer.start(
                other,
                folder.resolve("allowed-" + way),
                way,
                MadeUpTelegram.json("{\"allow\":[" + olena + "]}"),
                List.of(folder.resolve("documents")))) {
      own.deliver(told(guest, ASKED));
      own.deliver(told(guest, ASKED));
      own.deliver(told(olena, ASKED));
      await().atMost(PATIENCE).until(() -> other.sent(olena).size() == 1);
      assertThat(other.sent(guest))
          .singleElement()
          .satisfies(call -> assertThat(call.text()).startsWith("I am sorry, I may not"));
    }
  }

  private void assertThatTheNextIsAnswered() {
    int before = answers(olena);
    bot.deliver(told(olena, ASKED));
    await().atMost(PATIENCE).until(() -> answers(olena) > before);
  }

  private void assertThatNextOfAnotherIsAnswered() {
    long pavlo = newPerson();
    bot.deliver(told(pavlo, ASKED));
    await().atMost(PATIENCE).until(() -> answers(pavlo) == 1);
  }

  private static int answers(long chat) {
    return (int) telegram.sent(chat).stream().filter(call -> call.text().contains(LEADER)).count();
  }

  private static List<Call> sent(long chat, int count) {
    await().atMost(PATIENCE).until(() -> telegram.sent(chat).size() >= count);
    return telegram.sent(chat);
  }
}
