package parley.bot.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;

/**
 * Sees to it that, of all processes that share a ledger, one at a time does something, by a lease
 * in the ledger. Thread-safe.
 */
public final class Election implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Election.class);

  /** After which another process is elected where this one falls silent. */
  private static final Duration TERM = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final String office;
  private final Duration term;
  private final @Nullable Again standing;
  private volatile boolean elected;
  private volatile long until = System.nanoTime();

  private Election(Ledger ledger, String office, Duration term) {
    this.ledger = ledger;
    this.office = office;
    this.term = term;
    this.standing = ledger.isShared() ? start() : null;
  }

  private Again start() {
    return Again.start(
        office, Duration.ZERO, term.dividedBy(3), this::stand, "nobody can be elected now");
  }

  /**
   * Stands for an office from now on; where nobody shares the ledger, it is this process's.
   *
   * @param office what one process at a time does, such as {@code telegram-polling}
   */
  static Election of(Ledger ledger, String office) {
    return new Election(ledger, office, TERM);
  }

  static Election of(Ledger ledger, String office, Duration term) {
    return new Election(ledger, office, term);
  }

  /** Whether it is this process that does it now. */
  public boolean isElected() {
    return standing == null || (elected && until - System.nanoTime() > 0);
  }

  private synchronized void stand() {
    long begun = System.nanoTime();
    boolean before = isElected();
    elected = ledger.lease(office, term);
    until = begun + term.toNanos();
    if (elected != before) {
      log.info("{}: {}", office, elected ? "this process does it" : "another process does it");
    }
  }

  /** Leaves it to the others at once. */
  @Override
  public void close() {
    if (standing != null) {
      standing.close();
      resign();
    }
  }

  private synchronized void resign() {
    boolean before = isElected();
    elected = false;
    try {
      if (before) {
        ledger.endLease(office);
      }
    } catch (RuntimeException e) {
      log.warn("{} is left to another process later: {}", office, e.getMessage());
    }
  }
}
