package parley.bot.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded pool of threads that runs the tasks of one lane in their order, and those of different
 * lanes beside one another. A task may go on after its thread has left it, while it waits for a
 * platform: its lane waits for it, and no thread does.
 */
final class OrderedWorkers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OrderedWorkers.class);

  /** One lane holds at most this share of the places, so that nobody's haste shuts out others. */
  private static final int LANES_AT_LEAST = 4;

  /** So many places a lane has in any case. */
  private static final int LEAST_OF_A_LANE = 4;

  /** Something to do after a pause. */
  private record Task(Supplier<Duration> pause, Supplier<? extends CompletionStage<?>> work) {}

  private final ExecutorService pool;
  private final int most;
  private final Duration patience;
  private final Map<String, Queue<Task>> lanes = new HashMap<>();
  private int unfinished;
  private boolean closed;

  /**
   * Starts with no thread; each comes with its first task.
   *
   * @param name of the threads
   * @param threads how many tasks run at once
   * @param most how many tasks may be unfinished
   * @param patience how long to wait at the end for what is unfinished
   */
  OrderedWorkers(String name, int threads, int most, Duration patience) {
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    this.most = most;
    this.patience = patience;
  }

  /** Takes a task, unless too many are unfinished or the end has come. */
  boolean submit(String lane, Runnable task) {
    return submitStage(
        lane,
        () -> {
          task.run();
          return Reply.DONE;
        });
  }

  /** As {@link #submit}, of a task that ends when what it gives ends. */
  boolean submitStage(String lane, Supplier<? extends CompletionStage<?>> task) {
    return submitStage(lane, () -> Duration.ZERO, task);
  }

  /**
   * The same with a pause before it in which its lane waits and no thread does.
   *
   * @param pause how long to wait first; asked when it is the task's turn, and again after each
   *     wait, until it is zero
   */
  synchronized boolean submitStage(
      String lane, Supplier<Duration> pause, Supplier<? extends CompletionStage<?>> task) {
    Queue<Task> waiting = lanes.get(lane);
    if (closed || unfinished >= most || holdsItsShare(waiting)) {
      return false;
    }
    unfinished++;
    if (waiting != null) {
      waiting.add(new Task(pause, task));
    } else {
      lanes.put(lane, new ArrayDeque<>(List.of(new Task(pause, task))));
      pool.execute(() -> runFirst(lane));
    }
    return true;
  }

  /** How many tasks wait or are worked on. */
  synchronized int unfinished() {
    return unfinished;
  }

  private boolean holdsItsShare(@Nullable Queue<Task> lane) {
    return lane != null && lane.size() >= Math.max(LEAST_OF_A_LANE, most / LANES_AT_LEAST);
  }

  private void runFirst(String lane) {
    begin(first(lane)).whenComplete((done, failure) -> moveOn(lane, failure));
  }

  private CompletionStage<?> begin(Task task) {
    try {
      Duration pause = task.pause().get();
      return pause.isZero()
          ? task.work().get()
          : CompletableFuture.supplyAsync(() -> task, after(pause)).thenCompose(this::begin);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private Executor after(Duration pause) {
    return CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, pool);
  }

  private synchronized Task first(String lane) {
    return lanes.get(lane).element();
  }

  private synchronized void moveOn(String lane, @Nullable Throwable failure) {
    if (failure != null) {
      note(lane, failure instanceof CompletionException ? failure.getCause() : failure);
    }
    unfinished--;
    Queue<Task> waiting = lanes.get(lane);
    waiting.remove();
    if (waiting.isEmpty()) {
      lanes.remove(lane);
    } else if (!pool.isShutdown()) {
      pool.execute(() -> runFirst(lane));
    }
    notifyAll();
  }

  private static void note(String lane, @Nullable Throwable failure) {
    if (failure instanceof DeliveryException notDelivered) {
      log.warn("in lane {}, {}", lane, notDelivered.getMessage());
    } else {
      log.error("a task of lane {} failed", lane, failure);
    }
  }

  /** Takes nothing more, waits for what is unfinished, and gives up on what then still is. */
  @Override
  public void close() {
    try {
      awaitIdle();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pool.shutdownNow();
  }

  private synchronized void awaitIdle() throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    for (long left = patience.toNanos();
        unfinished > 0 && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (unfinished > 0) {
      log.warn("{} tasks are left unfinished", unfinished);
    }
  }
}
