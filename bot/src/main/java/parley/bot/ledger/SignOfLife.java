package parley.bot.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the other processes of a cluster that this one lives, by a lease of its own that it renews
 * on a thread of its own, until it is closed.
 */
final class SignOfLife implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);

  /** A few renewals may fail. */
  private static final int RENEWALS = 4;

  private final ClusterLeases leases;
  private final String process;
  private final Duration silence;
  private final Thread thread;

  private SignOfLife(ClusterLeases leases, String process, Duration silence) {
    this.leases = leases;
    this.process = process;
    this.silence = silence;
    this.thread = new Thread(this::renew, "ledger-life");
    thread.setDaemon(true);
  }

  /**
   * Gives the first sign.
   *
   * @param silence after which a process counts as dead
   */
  static SignOfLife of(ClusterLeases leases, String process, Duration silence) {
    SignOfLife life = new SignOfLife(leases, process, silence);
    leases.take(lease(process), process, silence);
    life.thread.start();
    return life;
  }

  /** Whether a process has closed its ledger, or gives no sign for as long as it is watched. */
  static boolean isGone(ClusterLeases leases, String process, Duration silence) {
    return leases.isFree(lease(process), silence);
  }

  private static String lease(String process) {
    return "process " + process;
  }

  private void renew() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(silence.toNanos() / RENEWALS);
        renewOnce();
      }
    } catch (InterruptedException e) {
      log.debug("no more signs of life");
    }
  }

  private void renewOnce() {
    try {
      leases.take(lease(process), process, silence);
    } catch (LedgerException e) {
      log.warn("the other processes may take this one for dead: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(silence.toMillis());
      leases.end(lease(process), process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LedgerException e) {
      log.warn("the other processes wait before they take what this one left: {}", e.getMessage());
    }
  }
}
