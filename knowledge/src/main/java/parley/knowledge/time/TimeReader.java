package parley.knowledge.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import parley.knowledge.Source;
import parley.knowledge.language.Language;

/** Reads which days a question is about. Thread-safe. */
public final class TimeReader {

  /** Documents that nothing was added to for longer are an archive: nobody asks it of today. */
  private static final int FRESH_DAYS = 14;

  private final Clock clock;

  /**
   * @param clock tells what day it is
   */
  public TimeReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * Reads a question.
   *
   * <p>"Last week" is counted from today, unless the newest document is older than two weeks: then
   * from its day. A date without a year is the one nearest to the newest document.
   *
   * @param documents those it is put to; asked for only where it is about time
   * @return empty if it is about no time, or no document says when it was published
   */
  public Optional<AskedTime> read(
      String question, Language language, Supplier<Collection<Source>> documents) {
    TimePhrases phrases = TimePhrases.of(language);
    return phrases
        .in(question)
        .flatMap(
            found ->
                newest(documents.get()).map(newest -> asked(question, found, phrases, newest)));
  }

  /** Whether a text in this language names a day of a period by its date. */
  public static boolean names(Period period, String text, Language language, LocalDate spokenOf) {
    return TimePhrases.of(language).dates(text).stream()
        .anyMatch(date -> period.contains(date.from(spokenOf)));
  }

  /** When the newest was published. */
  public static Optional<LocalDate> newest(Collection<Source> documents) {
    return documents.stream()
        .map(Source::date)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private AskedTime asked(
      String question, TimePhrases.Found found, TimePhrases phrases, LocalDate newest) {
    String rest = phrases.timeless(question, found);
    boolean anything = phrases.asksForAnything(question, found);
    if (found.word().isEmpty()) {
      return new AskedTime(
          Optional.empty(), found.newest(), Optional.empty(), false, rest, anything);
    }
    TimeWord word = found.word().get();
    boolean relative = !(word instanceof NamedDate);
    boolean fromToday = relative && isFresh(newest);
    LocalDate from = fromToday ? LocalDate.now(clock) : newest;
    Period period = word.from(from);
    return new AskedTime(
        Optional.of(found.since() ? Period.since(period.first()) : period),
        false,
        relative ? Optional.of(from) : Optional.empty(),
        fromToday,
        rest,
        anything);
  }

  private boolean isFresh(LocalDate newest) {
    return !newest.plusDays(FRESH_DAYS).isBefore(LocalDate.now(clock));
  }
}
