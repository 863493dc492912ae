package parley.bot.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * A week that a digest is on.
 *
 * @param end when it ends and its digest is due
 */
record Week(ZonedDateTime end) {

  /** Monday morning in Europe and Africa, the end of Monday in Asia, Sunday night in America. */
  private static final DayOfWeek DAY = DayOfWeek.MONDAY;

  private static final LocalTime TIME = LocalTime.of(9, 0);

  /** The latest that has ended. */
  static Week before(Instant now) {
    ZonedDateTime utc = now.atZone(ZoneOffset.UTC);
    ZonedDateTime end = utc.with(TemporalAdjusters.previousOrSame(DAY)).with(TIME);
    return new Week(end.isAfter(utc) ? end.minusWeeks(1) : end);
  }

  /** By the number of the week in which it ends, such as {@code 2026-W49}. */
  String name() {
    return "%d-W%02d"
        .formatted(end.get(IsoFields.WEEK_BASED_YEAR), end.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  Period period() {
    return Period.before(due(), Duration.ofDays(7));
  }

  Instant due() {
    return end.toInstant();
  }
}
