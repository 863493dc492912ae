package parley.bot.slack;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Answer;

/** Renders answers as the workspace can show them, and has them sent. Thread-safe. */
final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private final SlackApi api;
  private final AnswerMessages rendering;
  private volatile boolean nativeFeedback = true;

  Answers(SlackApi api, @Nullable String helpChannel) {
    this.api = api;
    this.rendering = new AnswerMessages(helpChannel);
  }

  SlackApi api() {
    return api;
  }

  /**
   * Sends an answer, message by message.
   *
   * @param id the answer's
   * @param heading what was asked and by whom, where readers do not see it otherwise
   * @param sharable whether the person alone sees it and may show it to the channel
   * @param sender sends one message
   * @throws SlackFault if one cannot be sent
   */
  void send(
      String id,
      Answer answer,
      Optional<Caption> heading,
      boolean sharable,
      Consumer<SlackMessage> sender) {
    ButtonRow buttons = new ButtonRow(nativeFeedback, sharable);
    int sent = 0;
    List<SlackMessage> messages = rendering.of(id, answer, heading, buttons);
    while (sent < messages.size()) {
      try {
        sender.accept(messages.get(sent));
        sent++;
      } catch (SlackFault e) {
        buttons = plainer(buttons, e);
        messages = rendering.of(id, answer, heading, buttons);
      }
    }
  }

  /** Some workspaces refuse a message for the one block that they do not know. */
  private ButtonRow plainer(ButtonRow refused, SlackFault fault) {
    if (!refused.nativeFeedback() || !fault.code().startsWith("invalid_blocks")) {
      throw fault;
    }
    nativeFeedback = false;
    log.info("the workspace has no feedback buttons of its own; it gets plain ones");
    return new ButtonRow(false, refused.sharable());
  }
}
