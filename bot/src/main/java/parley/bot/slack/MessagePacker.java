package parley.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Packs blocks into as few messages as Slack's limits allow, in their order. */
final class MessagePacker {

  /** Slack allows 50, and about 13,000 characters; some room is left for what is added last. */
  private static final int MOST_BLOCKS = 45;

  private static final int MOST_CHARACTERS = 11_000;

  /** What Slack recommends at most for the text beside the blocks. */
  private static final int MOST_TEXT = 4_000;

  private static final Pattern LINK = Pattern.compile("<[^<>|]*\\|([^<>]*)>");

  private final String id;
  private final List<SlackMessage> messages = new ArrayList<>();
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int characters;

  /**
   * Starts with no message.
   *
   * @param id names the first block of each message, by which the message is recognised in Slack
   */
  MessagePacker(String id) {
    this.id = id;
  }

  /** Adds a section of at most 3,000 characters. */
  void addText(String markup) {
    makeRoom(markup);
    blocks.add(Blocks.section(markup, blockId()));
    lines.add(unlinked(markup));
  }

  void addContext(String markup) {
    makeRoom(markup);
    blocks.add(Blocks.context(markup, blockId()));
    lines.add(unlinked(markup));
  }

  /** Adds buttons, which stay with what was added before them. */
  void addButtons(List<LayoutBlock> buttons) {
    blocks.addAll(buttons);
  }

  /** Adds buttons that ask for what they say. */
  void addTopics(List<String> topics) {
    List<ButtonElement> buttons = new ArrayList<>();
    for (String topic : topics) {
      buttons.add(Blocks.button(ActionIds.ASK + buttons.size(), topic, topic));
      lines.add("• " + SlackText.escape(topic));
    }
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons));
    }
  }

  List<SlackMessage> messages() {
    endMessage();
    return List.copyOf(messages);
  }

  private void makeRoom(String markup) {
    if (blocks.size() >= MOST_BLOCKS || characters + markup.length() > MOST_CHARACTERS) {
      endMessage();
    }
    characters += markup.length();
  }

  private void endMessage() {
    if (!blocks.isEmpty()) {
      messages.add(new SlackMessage(text(), blocks));
    }
    blocks.clear();
    lines.clear();
    characters = 0;
  }

  private String text() {
    List<String> parts = TextSplitter.split(String.join("\n", lines), MOST_TEXT - 2);
    return parts.size() > 1 ? parts.get(0) + " …" : String.join("", parts);
  }

  private @Nullable String blockId() {
    return blocks.isEmpty() ? id + ":" + messages.size() : null;
  }

  private static String unlinked(String markup) {
    return LINK.matcher(markup).replaceAll("$1");
  }
}
