package parley.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Objects;

/**
 * One message to post.
 *
 * @param text the same in words alone, escaped, for notifications and screen readers; never blank
 * @param blocks what is seen
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {

  SlackMessage {
    Objects.requireNonNull(text, "text");
    blocks = List.copyOf(blocks);
  }

  /** A message of one paragraph. */
  static SlackMessage of(String escaped) {
    return new SlackMessage(escaped, List.of(Blocks.section(escaped)));
  }
}
