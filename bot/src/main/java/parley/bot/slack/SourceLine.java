package parley.bot.slack;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.knowledge.Citation;
import parley.knowledge.Source;

/** The line that names a citation's source: title, publisher, date, paragraph. */
final class SourceLine {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final int MOST_TITLE = 200;

  private SourceLine() {}

  /** With the citation's number before it, linked where there is an address. */
  static Caption numbered(Citation citation) {
    return of("[" + citation.number() + "]", citation);
  }

  /**
   * With a word before it.
   *
   * @param label in markup, linked where there is an address
   */
  static Caption of(String label, Citation citation) {
    Source source = citation.source();
    List<String> parts = new ArrayList<>();
    parts.add(SlackText.shorten(source.title(), MOST_TITLE));
    Optional.ofNullable(source.publisher())
        .map(publisher -> SlackText.shorten(publisher, MOST_TITLE))
        .ifPresent(parts::add);
    Optional.ofNullable(source.date()).map(DATE::format).ifPresent(parts::add);
    Optional.ofNullable(citation.page()).map(page -> "p. " + page).ifPresent(parts::add);
    parts.add("paragraph " + citation.paragraph());
    if (!citation.copies().isEmpty()) {
      String copies =
          citation.copies().stream().map(Source::publication).collect(Collectors.joining(", "));
      parts.add("also in: " + SlackText.shorten(copies, MOST_TITLE));
    }
    return new Caption(SlackText.link(source.url(), label), String.join(" · ", parts));
  }
}
