package parley.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Packs blocks into as few messages as Slack's limits allow, in their order. */
final class MessagePacker {

  /** Slack allows 50, and about 13,000 characters; some room is left for what is added last. */
  private static final int MOST_BLOCKS = 45;

  private static final int MOST_CHARACTERS = 11_000;

  /** Of one text; what Slack allows in a section. */
  private static final int MOST_IN_BLOCK = 3_000;

  /** What Slack allows on a button. */
  private static final int MOST_LABEL = 75;

  /** What Slack recommends at most for the text beside the blocks. */
  private static final int MOST_TEXT = 4_000;

  private static final Pattern ITEM = Pattern.compile("^[-*] (?=\\S)", Pattern.MULTILINE);

  private final String id;
  private final List<SlackMessage> messages = new ArrayList<>();
  private final List<LayoutBlock> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int characters;

  /**
   * Starts with no message.
   *
   * @param id of what is packed; the messages' own are made of it
   */
  MessagePacker(String id) {
    this.id = id;
  }

  void addText(String text) {
    addText(text, number -> Optional.empty());
  }

  /**
   * Adds text, in several blocks if it is long.
   *
   * @param urls the address to link a citation's number to, where there is one
   */
  void addText(String text, IntFunction<Optional<String>> urls) {
    for (String part : TextSplitter.split(text, MOST_IN_BLOCK)) {
      makeRoom(part.length());
      blocks.add(RichText.block(part, urls, blockId()));
      lines.add(SlackText.escape(ITEM.matcher(part).replaceAll("• ")));
    }
  }

  /**
   * Adds parts of rich text.
   *
   * @param inWords the same in words alone
   */
  void addRichText(List<BlockElement> parts, String inWords) {
    makeRoom(inWords.length());
    blocks.add(RichText.block(parts, blockId()));
    lines.add(SlackText.escape(inWords));
  }

  void addCaption(Caption caption) {
    makeRoom(caption.markup().length() + caption.plain().length());
    blocks.add(caption.block(blockId()));
    lines.add(caption.text());
  }

  /** Adds buttons, which stay with what was added before them. */
  void addButtons(List<LayoutBlock> buttons) {
    blocks.addAll(buttons);
  }

  /** Adds buttons that ask for what they say. */
  void addTopics(List<String> topics) {
    List<ButtonElement> buttons = new ArrayList<>();
    for (String topic : topics) {
      buttons.add(Blocks.button(ActionIds.ASK + buttons.size(), label(topic), topic));
      lines.add("• " + SlackText.escape(topic));
    }
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons));
    }
  }

  private static PlainTextObject label(String topic) {
    return Blocks.literal(SlackText.shorten(topic, MOST_LABEL));
  }

  List<SlackMessage> messages() {
    endMessage();
    return List.copyOf(messages);
  }

  private void makeRoom(int more) {
    if (blocks.size() >= MOST_BLOCKS || characters + more > MOST_CHARACTERS) {
      endMessage();
    }
    characters += more;
  }

  private void endMessage() {
    if (!blocks.isEmpty()) {
      messages.add(new SlackMessage(messageId(), text(), blocks));
    }
    blocks.clear();
    lines.clear();
    characters = 0;
  }

  private String text() {
    List<String> parts = TextSplitter.split(String.join("\n", lines), MOST_TEXT - 2);
    return parts.size() > 1 ? parts.get(0) + " …" : String.join("", parts);
  }

  private String messageId() {
    return id + ":" + messages.size();
  }

  /** The first block has its message's name. */
  private @Nullable String blockId() {
    return blocks.isEmpty() ? messageId() : null;
  }
}
