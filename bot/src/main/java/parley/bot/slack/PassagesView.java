package parley.bot.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
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
      blocks.add(SourceLine.numbered(citation).block(null));
      blocks.add(
          RichText.block(
              List.of(PassageQuote.of(citation, paragraphs.apply(citation), MOST_AROUND)), null));
    }
    return View.builder()
        .type("modal")
        .title(ViewTitle.builder().type("plain_text").text("Passages").build())
        .close(ViewClose.builder().type("plain_text").text("Close").build())
        .blocks(blocks)
        .build();
  }
}
