package parley.bot.slack;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

/** A paragraph set off as a quotation, the quote in it in bold. */
final class PassageQuote {

  private static final String CHANGED = "The document has changed since. This is what it said:\n";

  private PassageQuote() {}

  /**
   * Makes it.
   *
   * @param paragraph empty where its document is no longer served
   * @param around characters of the paragraph on each side of the quote, at most
   */
  static BlockElement of(Citation citation, Optional<Paragraph> paragraph, int around) {
    List<RichTextElement> elements =
        paragraph
            .map(Paragraph::text)
            .filter(text -> text.contains(citation.quote()))
            .map(text -> inBold(text, citation.quote(), around))
            .orElseGet(() -> List.of(RichText.text(CHANGED), RichText.bold(citation.quote())));
    return RichTextQuoteElement.builder().elements(elements).build();
  }

  private static List<RichTextElement> inBold(String paragraph, String quote, int around) {
    int start = paragraph.indexOf(quote);
    String before = paragraph.substring(0, start);
    String after = paragraph.substring(start + quote.length());
    List<RichTextElement> elements = new ArrayList<>();
    if (!before.isEmpty()) {
      elements.add(RichText.text(end(before, around)));
    }
    elements.add(RichText.bold(quote));
    if (!after.isEmpty()) {
      elements.add(RichText.text(SlackText.shorten(after, around)));
    }
    return elements;
  }

  private static String end(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = text.indexOf(' ', text.length() - most);
    return "…" + text.substring(space < 0 ? text.length() - most : space);
  }
}
