package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ChatSettings;

/**
 * How quickly Slack's events are acknowledged while 200 questions arrive in one second. Not among
 * the tests that always run, since it is about the machine as well:
 *
 * <pre>{@code
 * mvn test -pl bot -am -Dtest=SlackFigures
 * }</pre>
 *
 * <p>The load, the bot with its embedded model and the made-up Slack share the machine.
 */
class SlackFigures {

  private static final int QUESTIONS = 200;
  private static final List<String> ASKED =
      List.of(
          "Who leads the American delegation?",
          "How many participants will come to Paris?",
          "What are the five priorities?",
          "Which countries would send troops?",
          "What is the capital of Peru?");

  @TempDir Path data;

  /** In one channel they can only be answered one a second, as Slack wants it. */
  @ParameterizedTest
  @ValueSource(ints = {20, 1})
  void twoHundredQuestionsInOneSecond(int channels)
      throws IOException, InterruptedException, ExecutionException {
    try (MadeUpSlack slack = new MadeUpSlack();
        SlackBotServer bot = SlackBotServer.start(slack, data, ChatSettings.DEFAULT)) {
      ask(bot, "CWARMUP", 20, 20, 100);
      await().atMost(Duration.ofMinutes(1)).until(() -> posted(slack, "CWARMUP").size() == 20);
      long start = System.nanoTime();
      long[] nanos = ask(bot, "CFIGURES", channels, QUESTIONS, 1_000);
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(250))
          .until(() -> posted(slack, "CFIGURES").size() >= QUESTIONS);
      report(channels, nanos, System.nanoTime() - start);
      assertThat(posted(slack, "CFIGURES"))
          .hasSize(QUESTIONS)
          .extracting(post -> post.get("thread_ts"))
          .doesNotHaveDuplicates();
    }
  }

  private static List<Map<String, String>> posted(MadeUpSlack slack, String prefix) {
    return slack.calls("chat.postMessage").stream()
        .filter(post -> post.get("channel").startsWith(prefix))
        .toList();
  }

  /** Sends questions evenly over a time, and measures each until its acknowledgement. */
  private static long[] ask(
      SlackBotServer bot, String prefix, int channels, int questions, int millis)
      throws InterruptedException, ExecutionException {
    ScheduledExecutorService senders = new ScheduledThreadPoolExecutor(64);
    try {
      List<Future<Long>> acknowledged = new ArrayList<>();
      for (int i = 0; i < questions; i++) {
        String text = "<@" + MadeUpSlack.BOT + "> " + ASKED.get(i % ASKED.size());
        String person = "U" + i % 50;
        String channel = prefix + i % channels;
        long delay = (long) i * millis / questions;
        acknowledged.add(
            senders.schedule(
                () -> sendOne(bot, channel, person, text), delay, TimeUnit.MILLISECONDS));
      }
      long[] nanos = new long[questions];
      for (int i = 0; i < questions; i++) {
        nanos[i] = acknowledged.get(i).get();
      }
      return nanos;
    } finally {
      senders.shutdownNow();
    }
  }

  private static long sendOne(SlackBotServer bot, String channel, String person, String text) {
    long start = System.nanoTime();
    int status = bot.events.send(SlackEvents.mention(channel, person, text, SlackEvents.newTs()));
    assertThat(status).isEqualTo(200);
    return System.nanoTime() - start;
  }

  private static void report(int channels, long[] nanos, long answered) {
    Arrays.sort(nanos);
    System.out.printf(
        "figures: %d questions in 1 s in %d channels: acknowledged p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, at most"
            + " %.0f ms; all answered once after %.1f s%n",
        nanos.length,
        channels,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 9 / 10] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6,
        answered / 1e9);
  }
}
