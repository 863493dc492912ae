package parley.knowledge.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A day or a month by its name.
 *
 * @param year empty if it was left out
 * @param month 1 to 12
 * @param day 1 to 31; empty for the whole month
 */
record NamedDate(OptionalInt year, int month, OptionalInt day) implements TimeWord {

  /** A date without a year, such as 29 February, comes again within so many. */
  private static final int YEARS = 8;

  /**
   * A date that there is.
   *
   * @return empty for a 31 April, or a month 13
   */
  static Optional<NamedDate> of(OptionalInt year, int month, OptionalInt day) {
    try {
      YearMonth in = YearMonth.of(year.orElse(2024), month); // a leap year
      return day.isEmpty() || in.isValidDay(day.getAsInt())
          ? Optional.of(new NamedDate(year, month, day))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Without a year, the one nearest to the day spoken of. */
  @Override
  public Period from(LocalDate reference) {
    if (year.isPresent()) {
      return in(YearMonth.of(year.getAsInt(), month));
    }
    return IntStream.rangeClosed(reference.getYear() - YEARS, reference.getYear() + YEARS)
        .mapToObj(y -> YearMonth.of(y, month))
        .filter(of -> day.isEmpty() || of.isValidDay(day.getAsInt()))
        .map(this::in)
        .min(Comparator.comparingLong(period -> distance(period, reference)))
        .orElseThrow();
  }

  private Period in(YearMonth of) {
    return day.isPresent()
        ? Period.day(of.atDay(day.getAsInt()))
        : new Period(of.atDay(1), of.atEndOfMonth());
  }

  private static long distance(Period period, LocalDate reference) {
    return period.contains(reference)
        ? 0
        : Math.min(
            Math.abs(period.first().toEpochDay() - reference.toEpochDay()),
            Math.abs(period.last().toEpochDay() - reference.toEpochDay()));
  }
}
