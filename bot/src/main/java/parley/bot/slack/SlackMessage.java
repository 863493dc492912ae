package parley.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One message to post.
 *
 * @param id unique; what it is recognised by in Slack
 * @param text the same in words alone, escaped, for notifications and screen readers; never blank
 * @param blocks what is seen
 */
record SlackMessage(String id, String text, List<LayoutBlock> blocks) {

  SlackMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
    blocks = List.copyOf(blocks);
  }

  /** A message of one paragraph, in words of the bot's own. */
  static SlackMessage of(String markup) {
    String id = UUID.randomUUID().toString();
    return new SlackMessage(id, markup, List.of(Blocks.section(markup)));
  }
}
