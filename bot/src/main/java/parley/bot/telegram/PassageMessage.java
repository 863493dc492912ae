package parley.bot.telegram;

import java.util.Optional;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

/** Shows what a citation rests on: its paragraph, the quote in it in bold. */
final class PassageMessage {

  /** Of the quote; with the heading it leaves some room for what is around it. */
  private static final int LONGEST_QUOTE = 2_800;

  /** Of the quote and what is around it together. */
  private static final int LONGEST_PASSAGE = 3_400;

  private PassageMessage() {}

  /**
   * The message.
   *
   * @param paragraph the citation's, where its document is still served
   */
  static TelegramMessage of(Citation citation, Optional<Paragraph> paragraph, Phrases phrases) {
    String passage =
        paragraph
            .map(Paragraph::text)
            .filter(text -> text.contains(citation.quote()))
            .map(text -> inBold(text, citation.quote()))
            .orElseGet(() -> changed(citation.quote(), phrases));
    return new TelegramMessage(SourceLine.html(citation, phrases) + "\n\n" + passage, null);
  }

  private static String inBold(String paragraph, String quote) {
    int start = paragraph.indexOf(quote);
    String shown = CleanText.of(quote);
    String before = CleanText.of(paragraph.substring(0, start));
    String after = CleanText.of(paragraph.substring(start + quote.length()));
    int around = Math.max(LONGEST_PASSAGE - shown.length(), LONGEST_PASSAGE - LONGEST_QUOTE) / 2;
    return quoted(
        HtmlText.escape(Excerpt.end(before, around))
            + bold(shown)
            + HtmlText.escape(Excerpt.beginning(after, around)));
  }

  private static String changed(String quote, Phrases phrases) {
    return HtmlText.own(phrases.text("passage-changed")) + "\n" + quoted(bold(CleanText.of(quote)));
  }

  private static String bold(String quote) {
    return HtmlText.bold(HtmlText.escape(Excerpt.beginning(quote, LONGEST_QUOTE)));
  }

  private static String quoted(String html) {
    return "<blockquote>" + html + "</blockquote>";
  }
}
