package parley.knowledge.time;

import java.time.LocalDate;

/**
 * The days before the day of speaking, and that day.
 *
 * @param days how many before it, at least 0
 */
record LastDays(int days) implements TimeWord {

  @Override
  public Period from(LocalDate day) {
    return new Period(day.minusDays(days), day);
  }
}
