package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.knowledge.Citation;
import parley.knowledge.Source;

/** The line that names a source: title, publisher, date. */
final class SourceLine {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_PUBLISHER = 100;
  private static final String BETWEEN = " · ";

  private SourceLine() {}

  /** As HTML, with the citation's number and paragraph. */
  static String html(Citation citation, Phrases phrases) {
    return "[" + citation.number() + "] " + withParagraph(citation, phrases);
  }

  /** As HTML, with the citation's paragraph. */
  static String withParagraph(Citation citation, Phrases phrases) {
    Integer page = citation.page();
    return html(citation.source(), phrases)
        + (page == null ? "" : BETWEEN + HtmlText.own(phrases.text("source.page", page)))
        + BETWEEN
        + HtmlText.own(phrases.text("source.paragraph", citation.paragraph()))
        + alsoIn(citation, phrases);
  }

  private static String alsoIn(Citation citation, Phrases phrases) {
    if (citation.copies().isEmpty()) {
      return "";
    }
    String copies =
        citation.copies().stream().map(Source::publication).collect(Collectors.joining(", "));
    return BETWEEN
        + HtmlText.escape(phrases.text("source.copies", CleanText.line(copies, LONGEST_TITLE)));
  }

  /** As HTML, the title linked where there is an address. */
  static String html(Source source, Phrases phrases) {
    List<String> parts = parts(source, phrases).stream().map(HtmlText::escape).toList();
    return HtmlText.link(source.url(), parts.get(0)) + rest(parts);
  }

  /** Without markup. */
  static String plain(Source source, Phrases phrases) {
    return String.join(BETWEEN, parts(source, phrases));
  }

  private static String rest(List<String> parts) {
    return parts.size() == 1 ? "" : BETWEEN + String.join(BETWEEN, parts.subList(1, parts.size()));
  }

  private static List<String> parts(Source source, Phrases phrases) {
    List<String> parts = new ArrayList<>();
    parts.add(CleanText.line(source.title(), LONGEST_TITLE));
    Optional.ofNullable(source.publisher())
        .map(publisher -> CleanText.line(publisher, LONGEST_PUBLISHER))
        .filter(publisher -> !publisher.isEmpty())
        .ifPresent(parts::add);
    Optional.ofNullable(source.date()).map(phrases::date).ifPresent(parts::add);
    return parts;
  }
}
