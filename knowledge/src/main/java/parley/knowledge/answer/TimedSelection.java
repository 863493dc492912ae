package parley.knowledge.answer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.knowledge.Passage;
import parley.knowledge.Source;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.language.Language;
import parley.knowledge.language.Wording;
import parley.knowledge.time.AskedTime;
import parley.knowledge.time.Period;
import parley.knowledge.time.TimeReader;

/**
 * Chooses what answers a question about some days, or about the newest that there is. Thread-safe.
 */
final class TimedSelection {

  private final QuestionSearch search;
  private final Overview overview;
  private final PassageIndex index;
  private final TimeReader times;

  TimedSelection(QuestionSearch search, Overview overview, PassageIndex index, TimeReader times) {
    this.search = search;
    this.overview = overview;
    this.index = index;
    this.times = times;
  }

  /** What answers; empty if the question is about no time. */
  Optional<Selection> of(Asking asking) {
    Asking alone = asking.standalone();
    return times
        .read(alone.text(), alone.language(), () -> sources(alone))
        .map(asked -> of(asked, alone));
  }

  private Selection of(AskedTime asked, Asking asking) {
    return asked
        .period()
        .map(period -> in(period, asked, asking))
        .orElseGet(() -> latest(asked, asking));
  }

  private Selection latest(AskedTime asked, Asking asking) {
    Asking timeless = asking.about(asked.rest());
    Selection selection =
        asked.anything()
            ? latestOverview(asking)
            : asked.newest() ? newestFirst(timeless) : chosen(search.find(timeless), timeless);
    return selection.under(newest(selection).map(asking.wording()::asOf));
  }

  private Selection latestOverview(Asking asking) {
    Optional<LocalDate> newest = TimeReader.newest(sources(asking));
    return Selection.of(
        overview.of(newest.map(day -> Period.day(day).of(sources(asking))).orElse(Set.of())));
  }

  private Selection newestFirst(Asking timeless) {
    List<ScoredExcerpt> newest =
        search.newestFirst(timeless).limit(StatementSelection.MOST_STATEMENTS).toList();
    return newest.isEmpty()
        ? chosen(search.find(timeless), timeless)
        : Selection.of(StatementSelection.choose(newest));
  }

  private Selection in(Period period, AskedTime asked, Asking asking) {
    Set<String> documents = period.of(sources(asking));
    Asking timeless = asking.about(asked.rest());
    if (asked.anything() && !documents.isEmpty()) {
      return Selection.of(overview.of(documents)).under(heading(period, asked, asking));
    }
    Found of = documents.isEmpty() ? Found.NOTHING : search.find(timeless.to(documents));
    Found naming = search.find(asking).of(excerpt -> names(period, excerpt.passage()));
    if (asking.isAnsweredBy(of) && of.score() >= naming.score()) {
      return chosen(of, asking).under(heading(period, asked, asking));
    }
    return asking.isAnsweredBy(naming)
        ? chosen(naming, asking)
        : ofOtherDays(period, asked, timeless, documents.isEmpty());
  }

  /** What documents say that are not of the days asked for, and that they are not. */
  private Selection ofOtherDays(Period period, AskedTime asked, Asking timeless, boolean none) {
    Found others = asked.anything() ? Found.NOTHING : search.find(timeless);
    String days = days(period, asked, timeless.wording());
    if (timeless.isAnsweredBy(others)) {
      Selection selection = chosen(others, timeless);
      return selection.under(
          newest(selection).map(date -> timeless.wording().onlyOfOtherDays(days, date)));
    }
    return Selection.none(others.passages())
        .under(
            TimeReader.newest(sources(timeless))
                .filter(newest -> none)
                .map(newest -> timeless.wording().noneOfDays(days, newest)));
  }

  private Selection chosen(Found found, Asking asking) {
    return asking.isAnsweredBy(found)
        ? Selection.of(StatementSelection.choose(search.updated(found, asking).excerpts()))
        : Selection.none(found.passages());
  }

  private static Optional<String> heading(Period period, AskedTime asked, Asking asking) {
    return Optional.of(asking.wording().ofDays(days(period, asked, asking.wording())));
  }

  /** The days, and what they were counted from. */
  private static String days(Period period, AskedTime asked, Wording wording) {
    String days = wording.days(period.first(), period.last());
    return asked
        .countedFrom()
        .map(day -> wording.counted(days, day, asked.fromToday()))
        .orElse(days);
  }

  /** Whether the paragraph that a passage is of names one of the days. */
  private static boolean names(Period period, Passage passage) {
    LocalDate date = passage.source().date();
    Language language = Language.of(passage.source().language()).orElse(Language.ENGLISH);
    return TimeReader.names(period, passage.text(), language, date == null ? period.first() : date);
  }

  private static Optional<LocalDate> newest(Selection selection) {
    return TimeReader.newest(
        selection.excerpts().stream().map(excerpt -> excerpt.passage().source()).toList());
  }

  private Collection<Source> sources(Asking asking) {
    return index.sources(asking.documents());
  }
}
