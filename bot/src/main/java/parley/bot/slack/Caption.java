package parley.bot.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A small grey line. Slack's context block knows no rich text, so that a part in markup, which is
 * the bot's own, stands before what others wrote, which is taken to the letter.
 *
 * @param markup in Slack's markup; may be empty
 * @param plain as others wrote it; may be empty
 */
record Caption(String markup, String plain) {

  private static final Pattern LINK = Pattern.compile("<[^<>|]*\\|([^<>]*)>");

  Caption {
    Objects.requireNonNull(markup, "markup");
    Objects.requireNonNull(plain, "plain");
  }

  /** In words of the bot's own. */
  static Caption of(String markup) {
    return new Caption(markup, "");
  }

  LayoutBlock block(@Nullable String blockId) {
    List<ContextBlockElement> elements = new ArrayList<>();
    if (!markup.isEmpty()) {
      elements.add(Blocks.markup(markup));
    }
    if (!plain.isEmpty()) {
      elements.add(Blocks.literal(plain));
    }
    return ContextBlock.builder().blockId(blockId).elements(elements).build();
  }

  /** In words alone, escaped. */
  String text() {
    return (LINK.matcher(markup).replaceAll("$1") + " " + SlackText.escape(plain)).strip();
  }
}
