package parley.knowledge.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;

/**
 * Some days that follow one another.
 *
 * @param first the first of them
 * @param last the last of them, not before the first; {@link LocalDate#MAX} for no end
 */
public record Period(LocalDate first, LocalDate last) {

  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a period cannot end (" + last + ") before " + first);
    }
  }

  /** One day. */
  public static Period day(LocalDate date) {
    return new Period(date, date);
  }

  /** From that day on. */
  static Period since(LocalDate date) {
    return new Period(date, LocalDate.MAX);
  }

  /** Whether it holds a day; never without one. */
  public boolean contains(@Nullable LocalDate date) {
    return date != null && !date.isBefore(first) && !date.isAfter(last);
  }

  /** Whether it holds all days of another. */
  boolean contains(Period other) {
    return contains(other.first) && contains(other.last);
  }

  /** The ids of the documents that were published on its days. */
  public Set<String> of(Collection<Source> documents) {
    return documents.stream()
        .filter(source -> contains(source.date()))
        .map(Source::id)
        .collect(Collectors.toSet());
  }
}
