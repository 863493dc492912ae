package parley.bot.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;

/**
 * Removes from the ledger what is too old.
 *
 * @param keep for how long questions are kept
 */
record LedgerUpkeep(Ledger ledger, Duration keep, Clock clock) {

  private static final Logger log = LoggerFactory.getLogger(LedgerUpkeep.class);

  private static final Duration PERIOD = Duration.ofHours(1);

  /** Does it now and then every hour. */
  static Again start(Ledger ledger, ChatSettings settings, Clock clock) {
    LedgerUpkeep upkeep = new LedgerUpkeep(ledger, Duration.ofDays(settings.keepDays()), clock);
    return Again.start(
        "ledger-upkeep", Duration.ZERO, PERIOD, upkeep::forget, "the ledger could not be tidied");
  }

  private void forget() {
    Instant now = clock.instant();
    int rows = ledger.forget(now.minus(ChatSettings.KEEP_CLAIMS), now.minus(keep));
    if (rows > 0) {
      log.info("{} old rows left the ledger", rows);
    }
  }
}
