package parley.bot.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;

/** Removes from the ledger what is too old, at the start and then every hour. */
final class LedgerUpkeep implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LedgerUpkeep.class);

  private static final Duration PERIOD = Duration.ofHours(1);

  private final Ledger ledger;
  private final Duration keep;
  private final Clock clock;
  private final Timer timer = new Timer("ledger-upkeep", true);

  private LedgerUpkeep(Ledger ledger, Duration keep, Clock clock) {
    this.ledger = ledger;
    this.keep = keep;
    this.clock = clock;
  }

  static LedgerUpkeep start(Ledger ledger, ChatSettings settings, Clock clock) {
    LedgerUpkeep upkeep = new LedgerUpkeep(ledger, Duration.ofDays(settings.keepDays()), clock);
    upkeep.timer.schedule(upkeep.task(), 0, PERIOD.toMillis());
    return upkeep;
  }

  private TimerTask task() {
    return new TimerTask() {
      @Override
      public void run() {
        forget();
      }
    };
  }

  private void forget() {
    try {
      Instant now = clock.instant();
      int rows = ledger.forget(now.minus(ChatSettings.KEEP_CLAIMS), now.minus(keep));
      if (rows > 0) {
        log.info("{} old rows left the ledger", rows);
      }
    } catch (RuntimeException e) {
      log.warn("the ledger could not be tidied: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.cancel();
  }
}
