package parley.bot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Source;

/** An answer as text for a terminal. */
final class TerminalAnswer {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private TerminalAnswer() {}

  /** The answer, and below it a line for each citation. */
  static String of(Answer answer) {
    String citations =
        answer.citations().stream()
            .map(citation -> "\n  " + line(citation))
            .collect(Collectors.joining());
    return citations.isEmpty() ? answer.text() : answer.text() + "\n" + citations;
  }

  private static String line(Citation citation) {
    Source source = citation.source();
    LocalDate date = source.date();
    String about =
        Stream.of(
                source.title(),
                source.author() == null ? "" : source.author(),
                source.publisher() == null ? "" : source.publisher(),
                date == null ? "" : date.format(DAY),
                source.id() + page(citation) + " ¶" + citation.paragraph(),
                source.url() == null ? "" : source.url(),
                alsoIn(citation))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return "[" + citation.number() + "] " + about;
  }

  private static String alsoIn(Citation citation) {
    return citation.copies().isEmpty()
        ? ""
        : "also in: "
            + citation.copies().stream().map(Source::publication).collect(Collectors.joining(", "));
  }

  private static String page(Citation citation) {
    return citation.page() == null ? "" : " p. " + citation.page();
  }
}
