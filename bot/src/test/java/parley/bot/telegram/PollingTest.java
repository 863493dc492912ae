package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.bot.chat.BackOff;
import parley.bot.telegram.Polling.Times;

/** Polling by itself; what Telegram answers is made up, so that it can be silent. */
class PollingTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Queue<Supplier<CompletionStage<JsonNode>>> answers = new ConcurrentLinkedQueue<>();
  private final List<Integer> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> handled = new CopyOnWriteArrayList<>();
  private volatile Consumer<Integer> trouble = id -> {};
  private final AtomicInteger webhooksDeleted = new AtomicInteger();
  private volatile boolean turn = true;
  private Polling polling = polling(Duration.ofSeconds(5));

  private Polling polling(Duration poll) {
    return new Polling(
        new MadeUp(),
        update -> {
          int id = update.path("update_id").asInt();
          trouble.accept(id);
          handled.add(id);
        },
        new Times(poll, Duration.ofMillis(1), Duration.ofMillis(20)),
        () -> turn);
  }

  @AfterEach
  void stop() {
    polling.close();
  }

  @Test
  void asksOnAfterTheLastUpdate() {
    answer("[{\"update_id\":7},{\"update_id\":8}]");
    answer("[{\"update_id\":9}]");
    polling.start();
    await().until(() -> asked.size() > 3);
    assertThat(List.copyOf(asked).subList(0, 4)).containsExactly(0, 8, 9, 9);
    assertThat(handled).containsExactly(7, 8, 9);
    assertThat(webhooksDeleted).hasValue(1);
  }

  @Test
  void anUpdateThatCannotBeKeptComesAgainWithThoseAfterIt() {
    answer("[{\"update_id\":7},{\"update_id\":8},{\"update_id\":9}]");
    answer("[{\"update_id\":8},{\"update_id\":9}]");
    trouble =
        id -> {
          if (id == 8) {
            trouble = other -> {};
            throw new IllegalStateException("the ledger cannot be used: disk full");
          }
        };
    polling.start();
    await().until(() -> handled.size() == 3);
    assertThat(handled).containsExactly(7, 8, 9);
    assertThat(asked.get(1)).isEqualTo(7);
  }

  @Test
  void onlyWhoseTurnItIsAsks() {
    turn = false;
    answer("[{\"update_id\":7}]");
    polling.start();
    await().during(Duration.ofMillis(200)).until(asked::isEmpty);
    assertThat(webhooksDeleted).hasValue(0);
    assertThat(polling.isConnected()).isTrue();

    turn = true;
    await().until(() -> handled.equals(List.of(7)));
    assertThat(webhooksDeleted).hasValue(1);

    turn = false;
    int before = asked.size();
    await().during(Duration.ofMillis(200)).until(() -> asked.size() <= before + 1);
  }

  @Test
  void evenAnErrorOfTheMachineDoesNotEndIt() {
    answer("[{\"update_id\":7}]");
    answer("[{\"update_id\":7}]");
    trouble =
        id -> {
          trouble = other -> {};
          throw new OutOfMemoryError("made by the test");
        };
    polling.start();
    await().until(() -> handled.equals(List.of(7)));
  }

  @Test
  void aPollThatNeverEndsIsGivenUp() {
    polling = polling(Duration.ofMillis(50));
    answers.add(CompletableFuture::new);
    answer("[{\"update_id\":7}]");
    polling.start();
    await().until(() -> handled.equals(List.of(7)));
  }

  @Test
  void itsWatchdogBeginsAgainWhereTheThreadIsLost() {
    answers.add(
        () -> {
          throw new ThreadDeathMadeUp();
        });
    answer("[{\"update_id\":7}]");
    polling.start();
    await()
        .until(
            () -> {
              polling.watch();
              return handled.equals(List.of(7));
            });
  }

  @Test
  void whatIsClosedAsksNoMore() {
    polling.start();
    await().until(() -> asked.size() > 2);
    polling.close();
    polling.watch();
    await()
        .during(Duration.ofMillis(200))
        .until(
            () -> {
              int before = asked.size();
              return asked.size() == before;
            });
  }

  /** For an hour of failures, as for a day of them. */
  @Test
  void neverWaitsMuchMoreThanHalfAMinute() {
    IntervalFunction waits = BackOff.waits(Duration.ofMillis(500));
    assertThat(waits.apply(1)).isBetween(350L, 650L);
    for (int tries = 1; tries < 3_000; tries++) {
      assertThat(waits.apply(tries)).isBetween(1L, 30_000L);
    }
  }

  private void answer(String json) {
    answers.add(() -> CompletableFuture.completedStage(json(json)));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Nothing that polling expects. */
  private static final class ThreadDeathMadeUp extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final class MadeUp implements Polling.Telegram {

    @Override
    public CompletionStage<JsonNode> updatesAfter(int update) {
      asked.add(update);
      Supplier<CompletionStage<JsonNode>> answer = answers.poll();
      return answer == null ? CompletableFuture.completedStage(json("[]")) : answer.get();
    }

    @Override
    public CompletionStage<JsonNode> deleteWebhook() {
      webhooksDeleted.incrementAndGet();
      return CompletableFuture.failedStage(new IOException("no webhook"));
    }
  }
}
