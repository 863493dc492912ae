package parley.knowledge.grounding;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as a text gives it; what it leaves out is null.
 *
 * @param year for example 2026
 * @param month of the year
 * @param day of the month, from 1
 * @param weekday of the week
 */
record DateMention(
    @Nullable Integer year,
    @Nullable Month month,
    @Nullable Integer day,
    @Nullable DayOfWeek weekday) {

  static DateMention of(LocalDate date) {
    return new DateMention(
        date.getYear(), date.getMonth(), date.getDayOfMonth(), date.getDayOfWeek());
  }

  /** Whether this one gives all that the other gives, and the same. */
  boolean covers(DateMention other) {
    return covers(year, other.year)
        && covers(month, other.month)
        && covers(day, other.day)
        && covers(weekday, other.weekday);
  }

  private static boolean covers(@Nullable Object ours, @Nullable Object theirs) {
    return theirs == null || theirs.equals(ours);
  }

  /**
   * Fills in what follows from the day a document was published: the year of a month, which is the
   * last that was not long after it, the date of a weekday, the weekday of a date.
   */
  DateMention completed(@Nullable LocalDate published) {
    if (published == null) {
      return withWeekday();
    }
    if (month == null && year == null && day == null) {
      return published.getDayOfWeek().equals(weekday) ? of(published) : this;
    }
    if (month != null && year == null) {
      int last = month.compareTo(published.getMonth().plus(1)) > 0 ? 1 : 0;
      return new DateMention(published.getYear() - last, month, day, weekday).withWeekday();
    }
    return withWeekday();
  }

  private DateMention withWeekday() {
    if (year == null || month == null || day == null) {
      return this;
    }
    try {
      return of(LocalDate.of(year, month, Objects.requireNonNull(day)));
    } catch (DateTimeException e) {
      return this;
    }
  }
}
