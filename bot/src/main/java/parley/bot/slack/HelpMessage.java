package parley.bot.slack;

import java.util.List;

/** What to say to somebody who has not asked anything yet. */
final class HelpMessage {

  private HelpMessage() {}

  /**
   * A sentence, and buttons that ask.
   *
   * @param id names its first block
   */
  static SlackMessage of(String id, String text, List<String> questions) {
    MessagePacker packer = new MessagePacker(id);
    packer.addText(text);
    packer.addTopics(questions);
    return packer.messages().get(0);
  }
}
