package parley.bot.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded pool of threads that runs the tasks of one lane in their order, and those of different
 * lanes beside one another.
 */
final class OrderedWorkers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OrderedWorkers.class);

  private final ExecutorService pool;
  private final int most;
  private final Duration patience;
  private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
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
  synchronized boolean submit(String lane, Runnable task) {
    if (closed || unfinished >= most) {
      return false;
    }
    unfinished++;
    Queue<Runnable> waiting = lanes.get(lane);
    if (waiting != null) {
      waiting.add(task);
    } else {
      lanes.put(lane, new ArrayDeque<>(List.of(task)));
      pool.execute(() -> runFirst(lane));
    }
    return true;
  }

  private void runFirst(String lane) {
    try {
      first(lane).run();
    } catch (RuntimeException e) {
      log.error("a task of lane {} failed", lane, e);
    } finally {
      moveOn(lane);
    }
  }

  private synchronized Runnable first(String lane) {
    return lanes.get(lane).element();
  }

  private synchronized void moveOn(String lane) {
    unfinished--;
    Queue<Runnable> waiting = lanes.get(lane);
    waiting.remove();
    if (waiting.isEmpty()) {
      lanes.remove(lane);
    } else if (!pool.isShutdown()) {
      pool.execute(() -> runFirst(lane));
    }
    notifyAll();
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
