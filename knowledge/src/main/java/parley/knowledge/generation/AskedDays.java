package parley.knowledge.generation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.language.Language;
import parley.knowledge.time.AskedTime;
import parley.knowledge.time.Period;
import parley.knowledge.time.TimeReader;

/**
 * Which days a question is about.
 *
 * @param documents ids of those that were published then; empty if none was, or no days are meant
 * @param note tells the model; empty if the question is about no time
 */
record AskedDays(Set<String> documents, String note) {

  private static final AskedDays NONE = new AskedDays(Set.of(), "");

  static AskedDays of(Question question, Language language, TimeReader times, PassageIndex index) {
    Collection<Source> sources = index.sources(question.documents());
    return times
        .read(question.text(), language, () -> sources)
        .map(asked -> of(asked, sources))
        .orElse(NONE);
  }

  private static AskedDays of(AskedTime asked, Collection<Source> sources) {
    return asked
        .period()
        .map(period -> new AskedDays(period.of(sources), note(period)))
        .orElseGet(() -> new AskedDays(Set.of(), "The question asks for the newest."));
  }

  private static String note(Period period) {
    return period.last().equals(LocalDate.MAX)
        ? "The question is about the days from %s on.".formatted(period.first())
        : "The question is about the days from %s to %s.".formatted(period.first(), period.last());
  }

  /** A message with the note below it. */
  String noted(String message) {
    return note.isEmpty() ? message : message + "\n\n(" + note + ")";
  }
}
