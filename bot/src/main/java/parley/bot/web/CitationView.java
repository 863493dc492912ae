package parley.bot.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Viewer;
import parley.knowledge.Citation;
import parley.knowledge.Source;

/**
 * A citation as a page shows it.
 *
 * @param number from 1 in its answer
 * @param title of the document
 * @param about publisher, date, paragraph, page, and other documents that say the same
 * @param label what a screen reader says of its marker
 * @param quote the quoted words
 * @param language of the document, where it is known
 * @param address where the viewer shows the quoted words
 * @param original where the document's own page shows them; null where it has none
 */
record CitationView(
    int number,
    String title,
    String about,
    String label,
    String quote,
    @Nullable String language,
    String address,
    @Nullable String original) {

  static CitationView of(Citation citation, PageText text) {
    Source source = citation.source();
    String paragraph = text.phrase("paragraph", citation.paragraph());
    return new CitationView(
        citation.number(),
        source.title(),
        Stream.of(
                Optional.ofNullable(source.publisher()),
                Optional.ofNullable(source.date()).map(text::date),
                Optional.of(paragraph),
                Optional.ofNullable(citation.page())
                    .map(page -> text.phrase("numbered-page", page)),
                alsoIn(citation, text))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · ")),
        text.phrase("marker", citation.number(), source.title(), paragraph),
        citation.quote(),
        source.language(),
        Viewer.HERE.linkTo(citation).orElseThrow(),
        TextFragment.of(source.url(), citation.quote()).orElse(null));
  }

  private static Optional<String> alsoIn(Citation citation, PageText text) {
    String copies =
        citation.copies().stream().map(Source::publication).collect(Collectors.joining(", "));
    return Optional.of(copies)
        .filter(names -> !names.isEmpty())
        .map(names -> text.phrase("also-in", names));
  }
}
