package parley.bot.chat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own; what it throws is logged. How long it
 * pauses does not depend on the machine's clock.
 */
public final class Again implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Again.class);

  private final Runnable task;
  private final String complaint;
  private final Thread thread;

  private Again(String name, Duration first, Duration period, Runnable task, String complaint) {
    this.task = task;
    this.complaint = complaint;
    this.thread = new Thread(() -> run(first, period), name);
    thread.setDaemon(true);
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param first how long to wait before the first time
   * @param period how long to wait after each time
   * @param complaint what to log where the task fails, such as "the ledger could not be tidied"
   */
  public static Again start(
      String name, Duration first, Duration period, Runnable task, String complaint) {
    Again again = new Again(name, first, period, task, complaint);
    again.thread.start();
    return again;
  }

  private void run(Duration first, Duration period) {
    try {
      TimeUnit.NANOSECONDS.sleep(first.toNanos());
      while (true) {
        runOnce();
        TimeUnit.NANOSECONDS.sleep(period.toNanos());
      }
    } catch (InterruptedException e) {
      log.debug("{} has ended", thread.getName());
    }
  }

  private void runOnce() {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.warn("{}: {}", complaint, e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
