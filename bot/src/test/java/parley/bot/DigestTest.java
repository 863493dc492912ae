package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.chat.Chat;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.KnowledgeAnswers;
import parley.bot.ledger.AcceptedQuestion;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.QuestionEnd;
import parley.bot.ledger.SqliteLedger;
import parley.bot.report.WeeklyDigest;
import parley.bot.slack.SlackBot;
import parley.bot.slack.SlackSettings;
import parley.knowledge.KnowledgeBase;

/** The weekly digest, as a made-up Slack gets it. */
class DigestTest {

  private static final String CHANNEL = "C0DIGEST";
  private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00Z");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static KnowledgeBase knowledge;

  private final HandClock clock = new HandClock();
  private MadeUpSlack slack;
  private Ledger ledger;
  private Chat chat;
  private LogListener log;
  private WeeklyDigest digest;

  /** A clock that is set by hand. */
  private static final class HandClock extends Clock {

    private Instant now = MONDAY;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeAll
  static void read() {
    knowledge = KnowledgeBase.builder().data(shared).open();
  }

  @AfterAll
  static void end() {
    knowledge.close();
  }

  @BeforeEach
  void open() {
    log = LogListener.of("parley.bot.report");
    slack = new MadeUpSlack();
    ledger = SqliteLedger.open(folder.resolve("ledger.db"));
    chat = new Chat(new KnowledgeAnswers(knowledge), ledger, ChatSettings.DEFAULT);
    digest = digest(true);
    ask("q1", "How many soldiers <!channel> will Britain send?", MONDAY.minusSeconds(9));
  }

  @AfterEach
  void close() {
    chat.close();
    ledger.close();
    slack.close();
    log.close();
  }

  /** Of a process that was just started. */
  private WeeklyDigest digest(boolean elected) {
    SlackSettings settings =
        SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN",
                    SlackBotServer.TOKEN,
                    "SLACK_SIGNING_SECRET",
                    SlackBotServer.SECRET,
                    "SLACK_API_URL",
                    slack.url(),
                    "SLACK_DIGEST_CHANNEL",
                    CHANNEL))
            .orElseThrow();
    return new WeeklyDigest(
        ledger,
        () -> elected,
        tally -> tally.report(knowledge, Optional.empty()),
        SlackBot.connect(settings, chat).digestChannel().orElseThrow(),
        clock);
  }

  private void ask(String id, String text, Instant asked) {
    ledger.accept(
        new AcceptedQuestion(id, "slack", "c", "C1", null, "U0SECRET", text, asked, ""),
        List.of(id));
    ledger.finish(
        id, new QuestionEnd("not_in_sources", "They do not say.", "", asked.plusMillis(40)));
  }

  private void look(WeeklyDigest digest, Instant now) {
    clock.now = now;
    digest.postIfDue();
  }

  private List<Map<String, String>> posted() {
    return slack.posted(CHANNEL);
  }

  @Test
  void isPostedOnMondayAtNineOnce() {
    ask("q2", "Asked too late for this week", MONDAY);
    look(digest, MONDAY.minusSeconds(1));
    assertThat(posted()).isEmpty();

    look(digest, MONDAY);
    look(digest, MONDAY.plusSeconds(60));

    assertThat(posted())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.get("text"))
                  .startsWith("What people asked this week\n1 question by 1 person")
                  .contains("• 1× How many soldiers &lt;!channel&gt; will Britain send?")
                  .doesNotContain("too late", "U0SECRET");
              assertThat(message.get("blocks")).contains("rich_text").doesNotContain("U0SECRET");
              assertThat(message).doesNotContainKey("thread_ts");
              assertThat(message.get("metadata")).contains("digest:2026-W49:0");
            });
  }

  @Test
  void comesAgainTheNextWeek() {
    look(digest, MONDAY);
    ask("q2", "Who pays for the ships?", MONDAY.plusSeconds(9));
    look(digest, MONDAY.plus(Duration.ofDays(7)));

    assertThat(posted()).hasSize(2);
    assertThat(posted().get(1).get("text"))
        .contains("Who pays for the ships?")
        .doesNotContain("soldiers");
  }

  @Test
  void aBotThatWasAwayAtNinePostsItWithinTheDay() {
    look(digest, MONDAY.plus(Duration.ofHours(24)));
    assertThat(posted()).hasSize(1);
  }

  @Test
  void afterADayItIsTooLate() {
    look(digest, MONDAY.plus(Duration.ofHours(24)).plusSeconds(1));
    assertThat(posted()).isEmpty();
  }

  @Test
  void theNextProcessFindsItInTheChannel() {
    look(digest, MONDAY);
    history("digest:2026-W49:0");

    look(digest(true), MONDAY.plusSeconds(90));

    assertThat(posted()).hasSize(1);
    assertThat(slack.calls("conversations.history"))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("oldest", "1795942800.000000"));
  }

  @Test
  void theNextProcessPostsWhatOneThatDiedHadOnlyBegun() {
    ledger.claim(List.of("digest:2026-W49"));
    history("digest:2026-W48:0");

    look(digest, MONDAY.plusSeconds(90));

    assertThat(posted()).hasSize(1);
  }

  @Test
  void isNotPostedWhereNobodyCanTellWhetherItIsThere() {
    ledger.claim(List.of("digest:2026-W49"));
    slack.server.stubFor(
        post(urlEqualTo("/api/conversations.history"))
            .willReturn(okJson("{\"ok\":false,\"error\":\"missing_scope\"}")));

    look(digest, MONDAY);

    assertThat(posted()).isEmpty();
    assertThat(log.lines(Level.WARN, "digest"))
        .containsExactly(
            "the digest 2026-W49 is not posted; tried again in an hour: chat.postMessage failed:"
                + " perhaps_done: it may be there, and the bot cannot read C0DIGEST to see: invite"
                + " it there");
  }

  private void history(String id) {
    slack.server.stubFor(
        post(urlEqualTo("/api/conversations.history"))
            .willReturn(
                okJson(
                    """
                    {"ok":true,"has_more":false,"messages":[{"type":"message","text":"",
                      "ts":"1796029201.000100","metadata":{"event_type":"parley_message",
                      "event_payload":{"id":"%s"}}}]}"""
                        .formatted(id))));
  }

  @Test
  void isLeftToTheProcessThatIsElected() {
    WeeklyDigest another = digest(false);

    look(another, MONDAY);
    assertThat(posted()).isEmpty();
    look(digest, MONDAY);
    look(another, MONDAY);

    assertThat(posted()).hasSize(1);
  }

  @Test
  void saysHowToMendItWhereTheBotIsNotInTheChannel() {
    slack.server.stubFor(
        post(urlEqualTo("/api/chat.postMessage"))
            .willReturn(okJson("{\"ok\":false,\"error\":\"not_in_channel\"}")));
    history("");
    look(digest, MONDAY);
    look(digest, MONDAY.plusSeconds(60));

    assertThat(posted()).hasSize(1);
    assertThat(log.lines(Level.WARN, "digest"))
        .containsExactly(
            "the digest 2026-W49 is not posted; tried again in an hour: chat.postMessage failed:"
                + " not_in_channel: type /invite @Parley in C0DIGEST");

    slack.server.resetAll(); // and what was posted before
    slack.server.stubFor(
        post(urlEqualTo("/api/chat.postMessage"))
            .willReturn(okJson("{\"ok\":true,\"ts\":\"1.2\"}")));
    history("");
    look(digest, MONDAY.plus(Duration.ofHours(1)));
    look(digest, MONDAY.plus(Duration.ofHours(3)));

    assertThat(posted()).hasSize(1);
  }

  @Test
  void nobodyIsTroubledWhereNobodyAsked() {
    ledger.forgetPerson("U0SECRET");
    look(digest, MONDAY);
    assertThat(posted()).isEmpty();
    assertThat(log.lines(Level.INFO, "there is no digest")).hasSize(1);
  }
}
