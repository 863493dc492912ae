package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacingTest {

  private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
  private final Pacing pacing = new Pacing(timer);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void noMoreThanThirtyASecondInAll() {
    List<Long> turns = turns(60, chat -> 1_000 + chat);
    assertThat(mostWithin(turns, Duration.ofSeconds(1))).isLessThanOrEqualTo(27);
    assertThat(Duration.ofNanos(turns.get(59) - turns.get(0)))
        .isBetween(Duration.ofMillis(2_250), Duration.ofSeconds(5));
  }

  @Test
  void oneASecondInAChat() {
    List<Long> turns = turns(4, turn -> 7);
    assertThat(mostWithin(turns, Duration.ofSeconds(1))).isEqualTo(1);
  }

  @Test
  void aGroupsMinuteIsSpentSlowly() {
    List<Long> turns = turns(7, turn -> -7);
    assertThat(Duration.ofNanos(turns.get(6) - turns.get(0)))
        .isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(12));
  }

  @Test
  void whatMayBeLeftOutGivesWay() {
    assertThat(pacing.trySpare()).isTrue();
    for (int chat = 0; chat < 10; chat++) {
      CompletableFuture<Void> unused = pacing.turn(chat).toCompletableFuture();
    }
    assertThat(pacing.trySpare()).isFalse();
  }

  /** When each of so many turns came, asked for at once. */
  private List<Long> turns(int count, LongUnaryOperator chats) {
    ConcurrentLinkedQueue<Long> turns = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          pacing
              .turn(chats.applyAsLong(i))
              .thenApply(turn -> turns.add(System.nanoTime()))
              .toCompletableFuture());
    }
    all.forEach(CompletableFuture::join);
    return turns.stream().sorted().toList();
  }

  private static int mostWithin(List<Long> nanos, Duration window) {
    int most = 0;
    for (int i = 0; i < nanos.size(); i++) {
      long end = nanos.get(i) + window.toNanos();
      most =
          Math.max(
              most, (int) nanos.subList(i, nanos.size()).stream().filter(t -> t < end).count());
    }
    return most;
  }
}
