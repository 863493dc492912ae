package parley.bot.web;

import org.jspecify.annotations.Nullable;
import parley.bot.web.Quote.Range;
import parley.knowledge.Paragraph;

/**
 * A paragraph as the viewer shows it.
 *
 * @param number from 1 in its document
 * @param label what a screen reader says of its number
 * @param heading the heading above it, where it is the first beneath that; or null
 * @param before its text up to the quoted words; all of it where none are in it
 * @param quoted the quoted words; empty where none are in it
 * @param after what follows them
 */
record ParagraphView(
    int number,
    String label,
    @Nullable String heading,
    String before,
    String quoted,
    String after) {

  static ParagraphView of(
      Paragraph paragraph, @Nullable String heading, String label, @Nullable Quote quote) {
    String text = paragraph.text();
    Range range = quote == null ? new Range(text.length(), text.length()) : quote.in(text);
    return new ParagraphView(
        paragraph.number(),
        label,
        heading,
        text.substring(0, range.from()),
        text.substring(range.from(), range.to()),
        text.substring(range.to()));
  }
}
