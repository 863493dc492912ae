package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand questions over HTTP, a third each by the page's interface, Slack's events and
 * Telegram's webhook, of three hundred people. What the bot holds is measured after each tenth, its
 * garbage collected: from the second on it holds no more.
 *
 * <pre>{@code
 * mvn verify -Pchaos
 * }</pre>
 */
@Tag("soak")
@EnabledOnOs(OS.LINUX)
class SoakTest {

  private static final int QUESTIONS = Integer.getInteger("soak.questions", 10_000);
  private static final int PEOPLE = 300;
  private static final int AT_ONCE = 6;
  private static final String SECRET = "of-the-webhook";

  private static final List<String> ASKED =
      List.of(
          "Who leads the American delegation?",
          "How many participants will come to Paris?",
          "What are the five priorities?",
          "What is the capital of Peru?",
          "Which countries would send troops?",
          "hello",
          "When do the talks in Paris begin?",
          "What does Zelensky say about security guarantees?");

  /** What the bot holds. */
  private record Held(long heap, long threads, long files, long connections) {

    static Held by(BotProcess bot) {
      List<String> open = bot.open();
      long connections = open.stream().filter(target -> target.startsWith("socket:")).count();
      return new Held(bot.heap(), bot.threads(), open.size() - connections, connections);
    }

    @Override
    public String toString() {
      return "heap %.1f MiB, %d threads, %d files, %d connections"
          .formatted(heap / (double) (1 << 20), threads, files, connections);
    }
  }

  @TempDir Path folder;
  private final ChaoticPlatforms platforms = new ChaoticPlatforms(1);
  private final ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
  private final HttpClient client = HttpClient.newHttpClient();
  private BotProcess bot;
  private SlackEvents slack;

  @BeforeEach
  void start() throws IOException {
    platforms.calmDown();
    bot = new BotProcess(folder, platforms);
    bot.start(
        Map.of(
            "TELEGRAM_WEBHOOK_URL",
            "https://parley.example/telegram/webhook",
            "TELEGRAM_WEBHOOK_SECRET",
            SECRET));
    slack = new SlackEvents(bot.port(), SlackBotServer.SECRET);
  }

  @AfterEach
  void stop() {
    askers.shutdownNow();
    bot.close();
    platforms.close();
  }

  @Test
  void holdsNoMoreAfterTenThousandQuestionsThanAfterTwoThousand()
      throws ExecutionException, InterruptedException {
    List<Held> tenths = new ArrayList<>();
    for (int tenth = 0; tenth < 10; tenth++) {
      long start = System.nanoTime();
      ask(tenth * QUESTIONS / 10, (tenth + 1) * QUESTIONS / 10);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      tenths.add(Held.by(bot));
      System.out.printf(
          "soak: tenth %d of %d questions in %d s: %s%n",
          tenth + 1, QUESTIONS, time.toSeconds(), tenths.get(tenth));
    }
    Held second = tenths.get(1);
    Held last = tenths.get(9);
    assertThat(last.heap()).isLessThan(second.heap() * 105 / 100);
    assertThat(last.threads()).isLessThanOrEqualTo(second.threads() + AT_ONCE);
    assertThat(last.files()).isLessThanOrEqualTo(second.files() + 2);
    assertThat(last.connections()).isLessThanOrEqualTo(second.connections() + AT_ONCE);
  }

  /** Asks and waits until all is answered. */
  private void ask(int from, int to) throws InterruptedException, ExecutionException {
    long before = platforms.shown();
    List<Callable<Integer>> asking =
        IntStream.range(from, to).<Callable<Integer>>mapToObj(n -> () -> ask(n)).toList();
    Map<Integer, Long> statuses = new TreeMap<>();
    for (Future<Integer> done : askers.invokeAll(asking)) {
      statuses.merge(done.get(), 1L, Long::sum);
    }
    assertThat(statuses).containsOnlyKeys(200);
    long chats = IntStream.range(from, to).filter(n -> n % 3 > 0).count();
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> platforms.shown() - before >= chats);
    assertThat(platforms.shown() - before).isEqualTo(chats);
  }

  private int ask(int n) throws IOException, InterruptedException {
    String question = ASKED.get(n / 3 % ASKED.size());
    int person = n % PEOPLE;
    return switch (n % 3) {
      case 1 ->
          slack.send(
              SlackEvents.mention(
                  "C" + person,
                  "U" + person,
                  "<@" + MadeUpSlack.BOT + "> " + question,
                  SlackEvents.newTs()));
      case 2 -> deliver(n, TelegramUpdates.told(4_000_000L + person, question));
      default ->
          post(
              "/api/ask",
              WebClient.question(question).toString(),
              "Accept-Language",
              n % 2 == 0 ? "en" : "fr");
    };
  }

  private int deliver(int n, ObjectNode update) throws IOException, InterruptedException {
    return post(
        "/telegram/webhook",
        update.put("update_id", 9_000_000 + n).toString(),
        "X-Telegram-Bot-Api-Secret-Token",
        SECRET);
  }

  private int post(String path, String body, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bot.port() + path))
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
