package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.bot.MadeUpTelegram.Call;
import parley.bot.TelegramBotServer.Way;

/**
 * A thousand chats that ask once each within ten seconds, twice. Not among the tests that always
 * run, since it is about the machine as well:
 *
 * <pre>{@code
 * mvn test -pl bot -am -Dtest=TelegramFigures
 * }</pre>
 *
 * <p>The load, the bot with its embedded model and the made-up Telegram share the machine.
 */
class TelegramFigures {

  private static final int CHATS = 1_000;
  private static final Duration ASKED_WITHIN = Duration.ofSeconds(10);
  private static final List<String> ASKED =
      List.of(
          "Who leads the American delegation?",
          "How many participants will come to Paris?",
          "What are the five priorities?",
          "Which countries would send troops?",
          "What is the capital of Peru?");

  @TempDir Path data;

  @ParameterizedTest
  @EnumSource(Way.class)
  void aThousandChatsAskOnceEachWithinTenSeconds(Way way) throws IOException {
    try (MadeUpTelegram telegram = new MadeUpTelegram();
        TelegramBotServer bot = TelegramBotServer.start(telegram, data, way)) {
      round(telegram, bot, 50);
      long before = heap();
      for (int i = 1; i <= 2; i++) {
        Round round = round(telegram, bot, CHATS);
        long after = heap();
        System.out.printf(
            "figures: %s, round %d: %s; heap after it %d MiB, before the first %d MiB%n",
            way, i, round, after >> 20, before >> 20);
        assertThat(round.mostASecond()).isLessThanOrEqualTo(30);
        assertThat(round.mostASecondInAChat()).isEqualTo(1);
        assertThat(after - before).isLessThan(50L << 20);
      }
    }
  }

  /** What was seen from the outside. */
  private record Round(
      int answered,
      double seconds,
      double median,
      double last,
      int mostASecond,
      int typing,
      int mostASecondInAChat) {

    @Override
    public String toString() {
      return "%d answered once each in %.1f s, after %.1f s at the median and %.1f s at most; at most %d messages and typings a second (%d typings), %d in a chat"
          .formatted(answered, seconds, median, last, mostASecond, typing, mostASecondInAChat);
    }
  }

  private static Round round(MadeUpTelegram telegram, TelegramBotServer bot, int chats) {
    telegram.forgetCalls();
    long[] people = LongStream.generate(TelegramUpdates::newPerson).limit(chats).toArray();
    long[] asked = ask(bot, people);
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> telegram.calls("sendMessage").size() >= chats);
    List<Call> messages = telegram.calls("sendMessage");
    List<Call> typings = telegram.calls("sendChatAction");
    assertThat(messages).extracting(Call::chat).doesNotHaveDuplicates().hasSize(chats);
    double[] waits = new double[chats];
    for (int i = 0; i < chats; i++) {
      long person = people[i];
      Call answer =
          messages.stream().filter(call -> call.chat() == person).findFirst().orElseThrow();
      waits[i] = (answer.nanos() - asked[i]) / 1e9;
    }
    Arrays.sort(waits);
    long[] all =
        LongStream.concat(
                messages.stream().mapToLong(Call::nanos), typings.stream().mapToLong(Call::nanos))
            .sorted()
            .toArray();
    return new Round(
        messages.size(),
        (messages.get(chats - 1).nanos() - Arrays.stream(asked).min().orElseThrow()) / 1e9,
        waits[chats / 2],
        waits[chats - 1],
        mostASecond(all),
        typings.size(),
        messages.stream()
            .mapToInt(
                call ->
                    mostASecond(
                        telegram.sent(call.chat()).stream().mapToLong(Call::nanos).toArray()))
            .max()
            .orElseThrow());
  }

  /** Has each person ask once, evenly over the time; gives when each did. */
  private static long[] ask(TelegramBotServer bot, long[] people) {
    ScheduledExecutorService askers = new ScheduledThreadPoolExecutor(8);
    long[] asked = new long[people.length];
    ScheduledFuture<?>[] asking = new ScheduledFuture<?>[people.length];
    for (int i = 0; i < people.length; i++) {
      int n = i;
      asking[i] =
          askers.schedule(
              () -> {
                asked[n] = System.nanoTime();
                bot.deliver(TelegramUpdates.told(people[n], ASKED.get(n % ASKED.size())));
              },
              ASKED_WITHIN.toNanos() / people.length * i,
              TimeUnit.NANOSECONDS);
    }
    for (ScheduledFuture<?> one : asking) {
      await().atMost(Duration.ofMinutes(1)).until(one::isDone);
    }
    askers.shutdownNow();
    return asked;
  }

  private static int mostASecond(long[] sorted) {
    int most = 0;
    int first = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (sorted[i] - sorted[first] >= TimeUnit.SECONDS.toNanos(1)) {
        first++;
      }
      most = Math.max(most, i - first + 1);
    }
    return most;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
