package parley.bot.slack;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.knowledge.Citation;
import parley.knowledge.Source;

/** The line that names a citation's source: number, title, publisher, date. */
final class SourceLine {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final int MOST_TITLE = 200;

  private SourceLine() {}

  /** In markup, the title linked where there is an address. */
  static String markup(Citation citation) {
    Source source = citation.source();
    List<String> parts = new ArrayList<>();
    parts.add("[" + citation.number() + "] " + SlackText.link(source.url(), brief(source.title())));
    Optional.ofNullable(source.publisher()).map(SourceLine::brief).ifPresent(parts::add);
    Optional.ofNullable(source.date()).map(DATE::format).ifPresent(parts::add);
    parts.add("paragraph " + citation.paragraph());
    return String.join(" · ", parts);
  }

  private static String brief(String text) {
    return SlackText.escape(SlackText.shorten(text, MOST_TITLE));
  }
}
