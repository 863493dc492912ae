package parley.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time that a report is on.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
public record Period(Instant from, Instant until) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a time from " + from + " until " + until + " is none");
    }
  }

  /** The time before a moment. */
  public static Period before(Instant until, Duration time) {
    return new Period(until.minus(time), until);
  }

  /** In words. */
  String inWords() {
    return MOMENT.format(from) + ", to " + MOMENT.format(until) + " (UTC)";
  }
}
