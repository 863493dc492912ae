package parley.bot.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

/** The modal that shows what an answer rests on: each paragraph, the quote in it in bold. */
final class PassagesView {

  /** Slack allows 100 blocks in a modal; a citation takes three. */
  private static final int MOST_CITATIONS = 32;

  /** Of a paragraph, on each side of the quote. */
  private static final int MOST_AROUND = 1_200;

  private static final String CHANGED = "The document has changed since. This is what it said:";

  private PassagesView() {}

  /**
   * The modal.
   *
   * @param paragraphs finds the paragraph of a citation, where its document is still served
   */
  static View of(Answer answer, Function<Citation, Optional<Paragraph>> paragraphs) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Citation citation : answer.citations().stream().limit(MOST_CITATIONS).toList()) {
      if (!blocks.isEmpty()) {
        blocks.add(new DividerBlock());
      }
      blocks.add(Blocks.section(SourceLine.markup(citation)));
      blocks.add(passage(citation, paragraphs.apply(citation)));
    }
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text("Passages").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(blocks)
        .build();
  }

  private static LayoutBlock passage(Citation citation, Optional<Paragraph> paragraph) {
    return paragraph
        .map(Paragraph::text)
        .filter(text -> text.contains(citation.quote()))
        .map(text -> quote(inBold(text, citation.quote())))
        .orElseGet(() -> quote(List.of(text(CHANGED + "\n"), bold(citation.quote()))));
  }

  private static List<RichTextElement> inBold(String paragraph, String quote) {
    int start = paragraph.indexOf(quote);
    String before = paragraph.substring(0, start);
    String after = paragraph.substring(start + quote.length());
    List<RichTextElement> elements = new ArrayList<>();
    if (!before.isEmpty()) {
      elements.add(text(end(before)));
    }
    elements.add(bold(quote));
    if (!after.isEmpty()) {
      elements.add(text(SlackText.shorten(after, MOST_AROUND)));
    }
    return elements;
  }

  private static String end(String text) {
    if (text.length() <= MOST_AROUND) {
      return text;
    }
    int space = text.indexOf(' ', text.length() - MOST_AROUND);
    return "…" + text.substring(space < 0 ? text.length() - MOST_AROUND : space);
  }

  private static LayoutBlock quote(List<RichTextElement> elements) {
    return RichTextBlock.builder()
        .elements(List.of(RichTextQuoteElement.builder().elements(elements).build()))
        .build();
  }

  private static RichTextElement text(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  private static RichTextElement bold(String text) {
    return RichTextSectionElement.Text.builder()
        .text(text)
        .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
        .build();
  }
}
