package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bot.ledger.SqliteLedger;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Question;

/**
 * The bot is killed at random moments while people ask on platforms that fail at random; now its
 * clock is wrong, now nothing can be written for a while, now it has a model that hangs. In the end
 * everybody has an answer, and nobody has two; or a word of apology, and perhaps the answer as
 * well: on Telegram nobody can tell whether a message that was on its way has arrived.
 *
 * <pre>{@code
 * mvn verify -Pchaos
 * }</pre>
 *
 * <p>asks 2,000 questions and kills twelve times; without the profile it is a few of each.
 */
@Tag("faults")
class ChaosTest {

  private static final int QUESTIONS = Integer.getInteger("chaos.questions", 60);
  private static final int KILLS = Integer.getInteger("chaos.kills", 2);
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

  static final List<String> ASKED =
      List.of(
          "Who leads the American delegation?",
          "How many participants will come to Paris?",
          "What are the five priorities?",
          "What is the capital of Peru?");

  private static final List<String> APOLOGIES =
      List.of("I was interrupted", "I was away", "I have more questions than");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final ChaoticPlatforms platforms = new ChaoticPlatforms(SEED);
  private final ScheduledExecutorService askers = new ScheduledThreadPoolExecutor(64);
  private final ScheduledExecutorService disk = new ScheduledThreadPoolExecutor(1);
  private final List<Future<?>> fillings = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();
  private ChaoticModel model;
  private BotProcess bot;

  @BeforeEach
  void prepare() throws IOException {
    model = new ChaoticModel(SEED);
    bot = new BotProcess(folder, platforms);
  }

  @AfterEach
  void stop() {
    askers.shutdownNow();
    disk.shutdownNow();
    bot.close();
    model.close();
    platforms.close();
  }

  @Test
  void everyQuestionIsAnsweredOnceWhateverBreaks()
      throws ExecutionException, IOException, InterruptedException {
    System.out.println("chaos: seed " + SEED + " (again with -Dchaos.seed=" + SEED + ")");
    start(next());
    Duration time = Duration.ofSeconds(8L * KILLS);
    List<Future<?>> asking = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      int n = i;
      long delay = (long) (random.nextDouble() * time.toMillis());
      asking.add(askers.schedule(() -> ask(n), delay, TimeUnit.MILLISECONDS));
    }
    for (int kill = 0; kill < KILLS; kill++) {
      TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(4_000));
      bot.kill();
      start(kill == KILLS - 1 ? Trouble.NONE : next());
    }
    await().atMost(Duration.ofMinutes(3)).until(() -> asking.stream().allMatch(Future::isDone));
    for (Future<?> asked : asking) {
      asked.get();
    }
    platforms.calmDown();
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> numbers().allMatch(n -> answers(n).size() + apologies(n).size() > 0));
    bot.stop();

    assertThat(numbers().filter(n -> answers(n).size() > 1).map(this::said)).isEmpty();
    assertThat(numbers().filter(n -> answers(n).isEmpty() && apologies(n).isEmpty())).isEmpty();
    System.out.printf(
        "chaos: %d questions, %d kills: %d answered once, told why not: %s, %d see a part of an answer"
            + " besides%n",
        QUESTIONS,
        KILLS,
        numbers().filter(n -> answers(n).size() == 1).count(),
        toldBeginnings(),
        numbers().filter(n -> !parts(n).isEmpty()).count());
    assertThat(numbers().filter(n -> isSlack(n) && !parts(n).isEmpty() && !answers(n).isEmpty()))
        .isEmpty();
    assertThatLedgerAndIndexOpen();
  }

  private void assertThatLedgerAndIndexOpen() throws IOException {
    try (SqliteLedger ledger = SqliteLedger.open(bot.data().resolve("ledger.db"));
        KnowledgeBase knowledge =
            KnowledgeBase.builder().data(bot.data().resolve("briefing")).open()) {
      for (String platform : List.of("slack", "telegram")) {
        assertThat(ledger.left(platform)).isEmpty();
      }
      assertThat(knowledge.ask(Question.of(ASKED.get(0))).citations()).isNotEmpty();
    }
  }

  private static boolean isSlack(int n) {
    return n % 2 == 0;
  }

  /**
   * Even numbers ask in Slack, each in a channel of its own; odd ones on Telegram, half of them in
   * a group.
   */
  private void ask(int n) {
    String question = ASKED.get(n / 4 % ASKED.size());
    if (!isSlack(n)) {
      platforms.offer(
          isGroup(n)
              ? TelegramUpdates.told(chat(n), n, "/ask " + question)
              : TelegramUpdates.told(chat(n), question));
      return;
    }
    String text = "<@" + MadeUpSlack.BOT + "> " + question;
    var event = SlackEvents.mention("C" + n, "U" + n, text, ts(n));
    SlackEvents events = new SlackEvents(bot.port(), SlackBotServer.SECRET);
    sendUntilTaken(events, event);
    if (n % 10 == 0) {
      sendUntilTaken(events, event); // Slack's second try of what was acknowledged too late for it
    }
  }

  private static void sendUntilTaken(SlackEvents events, ObjectNode event) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> events.send(event) == 200);
  }

  private Stream<Integer> numbers() {
    return Stream.iterate(0, n -> n < QUESTIONS, n -> n + 1);
  }

  private List<String> said(int n) {
    return !isSlack(n)
        ? platforms.inChat(chat(n))
        : Stream.concat(platforms.inThread(ts(n)).stream(), platforms.aside("C" + n).stream())
            .collect(Collectors.toList());
  }

  private List<String> answers(int n) {
    return said(n).stream().filter(text -> !isApology(text) && !isPart(text)).toList();
  }

  private List<String> parts(int n) {
    return said(n).stream().filter(ChaosTest::isPart).toList();
  }

  private static boolean isPart(String text) {
    return text.endsWith(" …");
  }

  private List<String> apologies(int n) {
    return said(n).stream().filter(ChaosTest::isApology).toList();
  }

  static boolean isApology(String text) {
    return APOLOGIES.stream().anyMatch(text::startsWith);
  }

  /** How many were told with which apology. */
  private Map<String, Long> toldBeginnings() {
    return APOLOGIES.stream()
        .collect(
            Collectors.toMap(
                beginning -> beginning,
                beginning ->
                    numbers()
                        .filter(
                            n -> apologies(n).stream().anyMatch(text -> text.startsWith(beginning)))
                        .count()));
  }

  private static long chat(int n) {
    return isGroup(n) ? -1_003_000_000_000L - n : 3_000_000L + n;
  }

  private static boolean isGroup(int n) {
    return n % 4 == 3;
  }

  private static String ts(int n) {
    return "1767690000.%06d".formatted(900_000 + n);
  }

  /** What else goes wrong between two kills. */
  private enum Trouble {
    NONE,
    MODEL,
    DISK,
    CLOCK
  }

  /** Rounds of all troubles, each shuffled. */
  private Trouble next() {
    if (troubles.isEmpty()) {
      troubles.addAll(List.of(Trouble.values()));
      Collections.shuffle(troubles, random);
    }
    return troubles.remove(0);
  }

  private void start(Trouble trouble) throws IOException {
    System.out.println("chaos: started with trouble " + trouble);
    switch (trouble) {
      case NONE -> bot.start(Map.of());
      case MODEL -> bot.start(model.environment());
      case CLOCK -> bot.start(BotProcess.clockOffBy(clockError()).orElse(Map.of()));
      case DISK -> {
        bot.start(Map.of());
        fillDisk();
      }
    }
  }

  /** Half of the times so little that Slack's signatures still hold. */
  private Duration clockError() {
    int most = random.nextBoolean() ? 240 : 6 * 60 * 60;
    return Duration.ofSeconds(random.nextInt(2 * most) - most);
  }

  /** For a while soon, or until the next kill. */
  private void fillDisk() {
    int begin = 200 + random.nextInt(1_500);
    int end = begin + 500 + random.nextInt(4_000);
    long room = List.of(0L, 100_000L, 1_000_000L).get(random.nextInt(3));
    fillings.add(disk.schedule(() -> bot.fillDisk(room), begin, TimeUnit.MILLISECONDS));
    fillings.add(disk.schedule(bot::freeDisk, end, TimeUnit.MILLISECONDS));
  }
}
