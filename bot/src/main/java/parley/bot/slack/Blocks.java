package parley.bot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Block Kit's smallest parts, made the same way everywhere. */
final class Blocks {

  /** Slack's limit for the text on a button. */
  private static final int BUTTON_TEXT = 75;

  private static final int BUTTON_VALUE = 2_000;

  private Blocks() {}

  static LayoutBlock section(String markup) {
    return section(markup, null);
  }

  static LayoutBlock section(String markup, @Nullable String blockId) {
    return SectionBlock.builder().blockId(blockId).text(markup(markup)).build();
  }

  static LayoutBlock context(String markup) {
    return context(markup, null);
  }

  static LayoutBlock context(String markup, @Nullable String blockId) {
    return ContextBlock.builder().blockId(blockId).elements(List.of(markup(markup))).build();
  }

  static LayoutBlock actions(List<? extends BlockElement> elements) {
    return ActionsBlock.builder().elements(List.copyOf(elements)).build();
  }

  static ButtonElement button(String actionId, String label, String value) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(plain(SlackText.shorten(label, BUTTON_TEXT)))
        .value(SlackText.shorten(value, BUTTON_VALUE))
        .build();
  }

  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(true).build();
  }

  /** Verbatim, so that Slack does not make links of what only looks like one. */
  static MarkdownTextObject markup(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }
}
