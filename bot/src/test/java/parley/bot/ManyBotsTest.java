package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.index.OpenSearchCluster;

/**
 * Three bots share an OpenSearch cluster of three nodes. While people ask, a node is stopped, a bot
 * is killed, and another is replaced by one that makes an index of its own and swaps the alias:
 * everybody has one answer, or a word of apology, and nobody two answers.
 */
@Tag("cluster")
class ManyBotsTest {

  private static final int QUESTIONS = 90;
  private static final int BOTS = 3;
  private static final Duration ASKED_OVER = Duration.ofSeconds(30);

  /** These are asked only when the alias has been swapped, so that it is in the midst of all. */
  private static final int LAST = 20;

  @TempDir Path folder;
  private final ChaoticPlatforms platforms = new ChaoticPlatforms(1);
  private final ScheduledExecutorService askers = new ScheduledThreadPoolExecutor(40);
  private final List<BotProcess> bots = new ArrayList<>();
  private final CountDownLatch swapped = new CountDownLatch(1);
  private OpenSearchCluster cluster;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws IOException {
    platforms.calmDown();
    cluster = OpenSearchCluster.start();
    environment = Map.of("PARLEY_OPENSEARCH_URL", nodes());
    for (int i = 0; i < BOTS; i++) {
      Path own = Files.createDirectory(folder.resolve("bot-" + i));
      bots.add(new BotProcess(own, platforms));
      bots.get(i).start(environment);
    }
  }

  private String nodes() {
    return cluster.addresses().stream().map(URI::toString).collect(Collectors.joining(","));
  }

  @AfterEach
  void stop() {
    askers.shutdownNow();
    bots.forEach(BotProcess::close);
    cluster.close();
    platforms.close();
  }

  @Test
  void loseNothingAndAnswerNothingTwice()
      throws IOException, ExecutionException, InterruptedException {
    Path model = otherModel();
    String old = index();
    List<Future<?>> asking =
        IntStream.range(0, QUESTIONS).<Future<?>>mapToObj(this::askLater).toList();
    Future<?> node = askers.schedule(() -> cluster.stop(1), 8, TimeUnit.SECONDS);
    Future<?> bot =
        askers.schedule(
            () -> {
              bots.get(0).kill();
              return null;
            },
            15,
            TimeUnit.SECONDS);
    Future<?> swap =
        askers.schedule(
            () -> {
              bots.get(1).stop();
              bots.get(1).start(with("PARLEY_EMBEDDING_MODEL", model.toString()));
              await()
                  .atMost(Duration.ofMinutes(2))
                  .ignoreExceptions()
                  .until(() -> !index().equals(old));
              swapped.countDown();
              return null;
            },
            20,
            TimeUnit.SECONDS);
    for (Future<?> asked : asking) {
      asked.get();
    }
    node.get();
    bot.get();
    swap.get();

    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> numbers().allMatch(n -> !said(n).isEmpty()));
    assertThat(index()).isNotEqualTo(old);
    assertThat(numbers().filter(n -> answers(n).size() > 1).map(this::said)).isEmpty();
    assertThat(numbers().filter(n -> answers(n).isEmpty()).map(this::said))
        .allSatisfy(said -> assertThat(said).anyMatch(ChaosTest::isApology));
    assertThat(numbers().filter(n -> answers(n).size() == 1)).hasSizeGreaterThan(QUESTIONS / 2);
  }

  private Future<?> askLater(int n) {
    return askers.schedule(
        () -> ask(n), ASKED_OVER.toMillis() * n / QUESTIONS, TimeUnit.MILLISECONDS);
  }

  private Map<String, String> with(String setting, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(setting, value);
    return all;
  }

  /** The embedded model, which by its folder counts as another: with it an index is made anew. */
  private Path otherModel() throws IOException {
    Path model = Files.createDirectory(folder.resolve("other-model"));
    Map<String, String> files =
        Map.of(
            "model.onnx", "/e5-small-v2-q.onnx", "tokenizer.json", "/e5-small-v2-q-tokenizer.json");
    for (Map.Entry<String, String> file : files.entrySet()) {
      try (InputStream in = ManyBotsTest.class.getResourceAsStream(file.getValue())) {
        Files.copy(in, model.resolve(file.getKey()));
      }
    }
    return model;
  }

  /**
   * The index that the alias means.
   *
   * @throws IOException if the node does not tell, as while the cluster looks for one that is gone
   */
  private String index() throws IOException, InterruptedException {
    URI alias = cluster.addresses().get(0).resolve("/_alias/parley-passages");
    HttpRequest request = HttpRequest.newBuilder(alias).build();
    HttpResponse<String> told = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (told.statusCode() != 200) {
      throw new IOException("the alias is not told: " + told.body());
    }
    return told.body();
  }

  /** Even numbers ask in Slack, which comes to any of the bots; odd ones on Telegram. */
  private void ask(int n) {
    if (n >= QUESTIONS - LAST) {
      await().atMost(Duration.ofMinutes(4)).until(() -> swapped.getCount() == 0);
    }
    String question = ChaosTest.ASKED.get(n / 2 % ChaosTest.ASKED.size());
    if (!isSlack(n)) {
      platforms.offer(TelegramUpdates.told(3_000_000L + n, question));
      return;
    }
    ObjectNode event =
        SlackEvents.mention("C" + n, "U" + n, "<@" + MadeUpSlack.BOT + "> " + question, ts(n));
    int[] tries = {n};
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> send(event, bots.get(tries[0]++ / 2 % BOTS)));
  }

  private static boolean send(ObjectNode event, BotProcess bot) {
    return new SlackEvents(bot.port(), SlackBotServer.SECRET).send(event) == 200;
  }

  private static Stream<Integer> numbers() {
    return IntStream.range(0, QUESTIONS).boxed();
  }

  private List<String> said(int n) {
    return isSlack(n)
        ? Stream.concat(platforms.inThread(ts(n)).stream(), platforms.aside("C" + n).stream())
            .toList()
        : platforms.inChat(3_000_000L + n);
  }

  private List<String> answers(int n) {
    return said(n).stream().filter(text -> !ChaosTest.isApology(text)).toList();
  }

  private static boolean isSlack(int n) {
    return n % 2 == 0;
  }

  private static String ts(int n) {
    return "1767690000.%06d".formatted(800_000 + n);
  }
}
