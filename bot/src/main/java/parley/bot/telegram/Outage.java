package parley.bot.telegram;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that updates cannot be had: when it begins or changes, now and then, and when it is over.
 */
final class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);

  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private String reason = "";
  private int failures;
  private long loggedAt;

  synchronized boolean isOver() {
    return failures == 0;
  }

  /** One more try has failed. */
  synchronized void note(String why) {
    failures++;
    boolean isOld = System.nanoTime() - loggedAt < BETWEEN.toNanos() && reason.equals(why);
    if (!isOld) {
      log.warn("no updates from telegram: {}; trying again", why);
      reason = why;
      loggedAt = System.nanoTime();
    }
  }

  /** A try has succeeded. */
  synchronized void end() {
    if (failures > 0) {
      log.info("updates from telegram come again, after {} failures", failures);
      failures = 0;
      reason = "";
    }
  }

  /** Another process tries from now on. */
  synchronized void leave() {
    failures = 0;
    reason = "";
  }
}
