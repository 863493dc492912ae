package parley.bot.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Again;
import parley.bot.chat.Chat;
import parley.bot.chat.DeliveryException;
import parley.bot.chat.Election;
import parley.bot.ledger.Ledger;
import parley.knowledge.KnowledgeBase;

/**
 * Posts a digest of each week once, of however many processes share the ledger, and however often
 * they are restarted: one of them at a time has the office, and the ledger tells it whether anybody
 * has begun with the week's digest. If so, it is looked for in the channel before it is posted.
 *
 * <p>Where the bot is away when a digest is due, or the channel refuses it, it is posted within a
 * day, or not at all.
 */
public final class WeeklyDigest {

  private static final Logger log = LoggerFactory.getLogger(WeeklyDigest.class);

  /** Claims are kept for two days, so that it must be shorter. */
  private static final Duration LATEST = Duration.ofDays(1);

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

  private final Ledger ledger;
  private final BooleanSupplier elected;
  private final Function<Tally, Report> reports;
  private final DigestChannel channel;
  private final Clock clock;
  private Instant notBefore = Instant.MIN;
  private Optional<Week> done = Optional.empty();

  /**
   * Posts nothing yet.
   *
   * @param elected whether this process may post now; of all that share the ledger, one at a time
   *     may
   * @param reports makes a report of what was counted
   */
  public WeeklyDigest(
      Ledger ledger,
      BooleanSupplier elected,
      Function<Tally, Report> reports,
      DigestChannel channel,
      Clock clock) {
    this.ledger = ledger;
    this.elected = elected;
    this.reports = reports;
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Begins to post digests, on a thread of its own.
   *
   * @param chat stays the caller's to close, as ledger and knowledge do, after what this gives
   * @param price of a language model, where it is known
   * @return to be closed to end it
   */
  public static AutoCloseable start(
      Ledger ledger,
      Chat chat,
      KnowledgeBase knowledge,
      Optional<Price> price,
      DigestChannel channel) {
    Election office = chat.stand("weekly-digest");
    WeeklyDigest digest =
        new WeeklyDigest(
            ledger,
            office::isElected,
            tally -> tally.report(knowledge, price),
            channel,
            Clock.systemUTC());
    Again looking =
        Again.start(
            "weekly-digest",
            LOOK_AGAIN,
            LOOK_AGAIN,
            digest::postIfDue,
            "the weekly digest cannot be made now");
    return () -> {
      looking.close();
      office.close();
    };
  }

  /** Posts the latest week's digest unless that was done, or it is too late. */
  public void postIfDue() {
    Instant now = clock.instant();
    Week week = Week.before(now);
    boolean late = now.isAfter(week.due().plus(LATEST));
    if (late || done.filter(week::equals).isPresent() || now.isBefore(notBefore)) {
      return;
    }
    if (elected.getAsBoolean()) {
      post(week, now);
    }
  }

  private void post(Week week, Instant now) {
    String name = "digest:" + week.name();
    boolean first = ledger.claim(List.of(name));
    Tally tally = Tally.of(ledger, week.period());
    if (tally.isEmpty()) {
      log.info("nobody asked anything in the week before {}: there is no digest", week.name());
      done = Optional.of(week);
      return;
    }
    try {
      channel.post(reports.apply(tally), name, week.due().minus(LATEST), !first);
      log.info("the digest {} is in its channel", week.name());
      done = Optional.of(week);
    } catch (DeliveryException e) {
      log.warn(
          "the digest {} is not posted; tried again in an hour: {}", week.name(), e.getMessage());
      notBefore = now.plus(AFTER_REFUSAL);
    }
  }
}
