package parley.knowledge.time;

import java.time.LocalDate;

/** A way to name days. */
sealed interface TimeWord permits RelativeTime, LastDays, NamedDate {

  /** The days it means for somebody who speaks on a day, or of it. */
  Period from(LocalDate day);
}
