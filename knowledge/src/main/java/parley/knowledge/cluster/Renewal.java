package parley.knowledge.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease now and then, on a thread of its own, until it is closed. Thread-safe. */
public final class Renewal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  /** A few renewals may fail before the others count one for dead. */
  private static final int IN_TIME = 4;

  private final Duration time;
  private final Runnable renew;
  private final Thread thread;

  private Renewal(String name, Duration time, Runnable renew) {
    this.time = time;
    this.renew = renew;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /**
   * Begins.
   *
   * @param name the thread's
   * @param time after which the lease would be free
   * @param renew does it once; whatever it throws is told in the log, and done anew
   */
  public static Renewal start(String name, Duration time, Runnable renew) {
    Renewal renewal = new Renewal(name, time, renew);
    renewal.thread.start();
    return renewal;
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(time.toNanos() / IN_TIME);
        renewOnce();
      }
    } catch (InterruptedException e) {
      log.debug("no more signs of life");
    }
  }

  private void renewOnce() {
    try {
      renew.run();
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        log.warn("the other processes may take this one for dead: {}", e.getMessage());
      }
    }
  }

  /** Ends, and waits for a renewal under way, at most as long as the lease is held without it. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
