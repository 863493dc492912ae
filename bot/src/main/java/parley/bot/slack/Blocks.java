package parley.bot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;

/** Block Kit's smallest parts, made the same way everywhere. */
final class Blocks {

  private static final int BUTTON_VALUE = 2_000;

  private Blocks() {}

  static LayoutBlock section(String markup) {
    return SectionBlock.builder().text(markup(markup)).build();
  }

  static LayoutBlock actions(List<? extends BlockElement> elements) {
    return ActionsBlock.builder().elements(List.copyOf(elements)).build();
  }

  static ButtonElement button(String actionId, String label, String value) {
    return button(actionId, plain(label), value);
  }

  static ButtonElement button(String actionId, PlainTextObject label, String value) {
    return ButtonElement.builder()
        .actionId(actionId)
        .text(label)
        .value(SlackText.shorten(value, BUTTON_VALUE))
        .build();
  }

  /** Words of the bot's own. */
  static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(true).build();
  }

  /** What others wrote: {@code :x:} is no emoji there. */
  static PlainTextObject literal(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  /** Verbatim, so that Slack does not make links of what only looks like one. */
  static MarkdownTextObject markup(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }
}
