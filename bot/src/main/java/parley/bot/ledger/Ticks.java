package parley.bot.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that rise: in one process with every one of them, and from process to process as far as
 * their machines' clocks agree.
 */
final class Ticks {

  private final AtomicLong last = new AtomicLong();

  /** The next, in microseconds since 1970 or a little more. */
  long next() {
    long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }
}
