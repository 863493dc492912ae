package parley.bot.web;

import java.util.Optional;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;

/**
 * Words that the viewer is to show, as {@link parley.bot.chat.Viewer} names them.
 *
 * @param paragraph where they are; 0 where that is not said
 * @param start the words, or their first ones
 * @param end their last ones; empty where {@code start} is all of them
 */
record Quote(int paragraph, String start, String end) {

  /** Where the words are in a text; after its end where they are not. */
  Range in(String text) {
    int from = text.indexOf(start);
    int last = from < 0 ? -1 : text.indexOf(end, from + start.length());
    return last < 0
        ? new Range(text.length(), text.length())
        : new Range(from, last + end.length());
  }

  /** A part of a text. */
  record Range(int from, int to) {}

  /** The number of the paragraph that has the words: the one that is named, or else the first. */
  Optional<Integer> findIn(SourceDocument document) {
    Optional<Integer> named =
        document.paragraphs().stream()
            .filter(each -> each.number() == paragraph && isIn(each))
            .map(Paragraph::number)
            .findFirst();
    return named.isPresent()
        ? named
        : document.paragraphs().stream().filter(this::isIn).map(Paragraph::number).findFirst();
  }

  private boolean isIn(Paragraph other) {
    return in(other.text()).from() < other.text().length();
  }
}
