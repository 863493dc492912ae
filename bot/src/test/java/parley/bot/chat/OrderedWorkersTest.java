package parley.bot.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OrderedWorkersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Done(String lane, int number) {}

  @Test
  void keepsTheOrderOfEachLane() {
    List<Done> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 4, 1_000, PATIENCE)) {
      for (int i = 0; i < 500; i++) {
        Done task = new Done("lane " + i % 5, i / 5);
        assertThat(workers.submit(task.lane(), () -> done.add(task))).isTrue();
      }
    }
    Map<String, List<Integer>> byLane =
        done.stream().collect(groupingBy(Done::lane, mapping(Done::number, toList())));
    assertThat(byLane).hasSize(5);
    assertThat(byLane.values())
        .allSatisfy(
            numbers -> assertThat(numbers).isEqualTo(IntStream.range(0, 100).boxed().toList()));
  }

  @Test
  void aLaneThatWaitsHoldsUpNoOther() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch quick = new CountDownLatch(1);
    try (OrderedWorkers workers = new OrderedWorkers("test", 2, 10, PATIENCE)) {
      workers.submit("slow", () -> await(slow));
      workers.submit("slow", () -> {});
      workers.submit("quick", quick::countDown);
      quick.await();
      slow.countDown();
    }
  }

  @Test
  void lanesThatPauseTakeUpNoThreadAndKeepTheirOrder() throws InterruptedException {
    AtomicBoolean paused = new AtomicBoolean(true);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch quick = new CountDownLatch(1);
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 1_000, PATIENCE)) {
      for (int lane = 0; lane < 100; lane++) {
        String name = "lane " + lane;
        workers.submitStage(name, () -> pause(paused), () -> noting(done, name + ", first"));
        workers.submit(name, () -> done.add(name + ", second"));
      }
      workers.submit("quick", quick::countDown);
      quick.await();
      assertThat(done).isEmpty();
      paused.set(false);
    }
    assertThat(done).hasSize(200);
    assertThat(done)
        .filteredOn(task -> task.startsWith("lane 7,"))
        .containsExactly("lane 7, first", "lane 7, second");
  }

  private static CompletionStage<Void> noting(List<String> done, String task) {
    done.add(task);
    return Reply.DONE;
  }

  private static Duration pause(AtomicBoolean paused) {
    return paused.get() ? Duration.ofMillis(20) : Duration.ZERO;
  }

  @Test
  void aLaneWaitsForWhatGoesOnWithoutAThreadAndNoThreadDoes() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 10, PATIENCE)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      workers.submitStage("slow", () -> answer.thenApply(done::add));
      workers.submit("slow", () -> done.add("after it"));
      workers.submit("quick", () -> done.add("beside it"));
      Awaitility.await().until(() -> done.equals(List.of("beside it")));
      answer.complete("it");
    }
    assertThat(done).containsExactly("beside it", "it", "after it");
  }

  @Test
  void goesOnAfterWhatEndsInFailure() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 10, PATIENCE)) {
      workers.submitStage(
          "a", () -> CompletableFuture.failedStage(new IllegalStateException("made by the test")));
      workers.submit("a", () -> done.add("after"));
    }
    assertThat(done).containsExactly("after");
  }

  @Test
  void goesOnAfterAPauseThatThrows() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 10, PATIENCE)) {
      workers.submitStage(
          "a",
          () -> {
            throw new IllegalStateException("made by the test");
          },
          () -> noting(done, "never"));
      workers.submit("a", () -> done.add("after"));
    }
    assertThat(done).containsExactly("after");
  }

  @Test
  void takesNoMoreThanItsBoundAndAfterwardsAgain() {
    CountDownLatch slow = new CountDownLatch(1);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 2, PATIENCE)) {
      assertThat(workers.submit("a", () -> await(slow))).isTrue();
      assertThat(workers.submit("b", () -> done.add("b"))).isTrue();
      assertThat(workers.submit("c", () -> done.add("c"))).isFalse();
      slow.countDown();
    }
    assertThat(done).containsExactly("b");
  }

  @Test
  void aLaneHoldsNoMoreThanAQuarterOfThePlaces() {
    CountDownLatch slow = new CountDownLatch(1);
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 20, PATIENCE)) {
      for (int i = 0; i < 5; i++) {
        assertThat(workers.submit("hasty", () -> await(slow))).isTrue();
      }
      assertThat(workers.submit("hasty", () -> done.add("one too many"))).isFalse();
      assertThat(workers.submit("other", () -> done.add("other's"))).isTrue();
      slow.countDown();
    }
    assertThat(done).containsExactly("other's");
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    try (OrderedWorkers workers = new OrderedWorkers("test", 1, 10, PATIENCE)) {
      workers.submit(
          "a",
          () -> {
            throw new IllegalStateException("made by the test");
          });
      workers.submit("a", () -> done.add("after"));
    }
    assertThat(done).containsExactly("after");
  }

  @Test
  void givesUpWaitingAtTheEnd() {
    CountDownLatch never = new CountDownLatch(1);
    OrderedWorkers workers = new OrderedWorkers("test", 1, 10, Duration.ofMillis(50));
    workers.submit("a", () -> await(never));
    workers.close();
    assertThat(workers.submit("b", () -> {})).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
