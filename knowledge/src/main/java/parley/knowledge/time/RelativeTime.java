package parley.knowledge.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Days named by their distance from the day of speaking. Weeks begin on Monday (ISO 8601). */
enum RelativeTime implements TimeWord {
  TODAY {
    @Override
    public Period from(LocalDate day) {
      return Period.day(day);
    }
  },
  YESTERDAY {
    @Override
    public Period from(LocalDate day) {
      return Period.day(day.minusDays(1));
    }
  },
  THIS_WEEK {
    @Override
    public Period from(LocalDate day) {
      LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return new Period(monday, monday.plusDays(6));
    }
  },
  LAST_WEEK {
    @Override
    public Period from(LocalDate day) {
      return THIS_WEEK.from(day.minusWeeks(1));
    }
  },
  THIS_MONTH {
    @Override
    public Period from(LocalDate day) {
      return new Period(
          day.with(TemporalAdjusters.firstDayOfMonth()),
          day.with(TemporalAdjusters.lastDayOfMonth()));
    }
  },
  LAST_MONTH {
    @Override
    public Period from(LocalDate day) {
      return THIS_MONTH.from(day.minusMonths(1));
    }
  };

  /** As the resources name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
