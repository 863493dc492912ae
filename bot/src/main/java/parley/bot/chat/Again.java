package parley.bot.chat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own; what it throws is logged. */
final class Again implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Again.class);

  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final Runnable task;
  private final Thread thread = new Thread(this::run, "left-behind");

  private Again(Runnable task) {
    this.task = task;
  }

  /** Begins after the first period. */
  static Again start(Runnable task) {
    Again again = new Again(task);
    again.thread.setDaemon(true);
    again.thread.start();
    return again;
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(PERIOD.toNanos());
        runOnce();
      }
    } catch (InterruptedException e) {
      log.debug("what is left now is left to the next process");
    }
  }

  private void runOnce() {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.warn("what was left cannot be taken up now: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
