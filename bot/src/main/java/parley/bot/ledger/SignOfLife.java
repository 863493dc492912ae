package parley.bot.ledger;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.cluster.Leases;
import parley.knowledge.cluster.Renewal;

/** Shows the other processes of a cluster that this one lives, by a lease of its own. */
final class SignOfLife implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);

  private final Leases leases;
  private final String process;
  private final Renewal renewal;

  private SignOfLife(Leases leases, String process, Renewal renewal) {
    this.leases = leases;
    this.process = process;
    this.renewal = renewal;
  }

  /**
   * Gives the first sign.
   *
   * @param silence after which a process counts as dead
   */
  static SignOfLife of(Leases leases, String process, Duration silence) {
    Runnable sign = () -> leases.take(lease(process), process, silence);
    sign.run();
    return new SignOfLife(leases, process, Renewal.start("ledger-life", silence, sign));
  }

  /** Whether a process has closed its ledger, or gives no sign for as long as it is watched. */
  static boolean isGone(Leases leases, String process, Duration silence) {
    return leases.isFree(lease(process), silence);
  }

  private static String lease(String process) {
    return "process " + process;
  }

  @Override
  public void close() {
    renewal.close();
    try {
      leases.end(lease(process), process);
    } catch (LedgerException e) {
      log.warn("the other processes wait before they take what this one left: {}", e.getMessage());
    }
  }
}
