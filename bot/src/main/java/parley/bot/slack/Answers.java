package parley.bot.slack;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Viewer;
import parley.knowledge.Answer;

/** Renders answers as the workspace can show them, and has them sent. Thread-safe. */
final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  /**
   * Slack lets a workspace's messages be changed 50 times a minute; of these, whole answers that
   * take the place of parts need as many as there are first parts.
   */
  private static final int PARTS_A_MINUTE = 20;

  private static final int PARTS_AT_ONCE = 5;

  private final SlackApi api;
  private final AnswerMessages rendering;
  private final Viewer viewer;
  private final Bucket parts =
      Bucket.builder()
          .addLimit(
              limit ->
                  limit.capacity(PARTS_AT_ONCE).refillGreedy(PARTS_A_MINUTE, Duration.ofMinutes(1)))
          .build();
  private volatile boolean nativeFeedback = true;

  Answers(SlackApi api, @Nullable String helpChannel, Viewer viewer) {
    this.api = api;
    this.viewer = viewer;
    this.rendering = new AnswerMessages(helpChannel);
  }

  SlackApi api() {
    return api;
  }

  /** Where people read the documents. */
  Viewer viewer() {
    return viewer;
  }

  /** Takes a turn to show a part of an answer, if there is one. */
  boolean mayShowPart() {
    return parts.tryConsume(1);
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
    Answer linked = viewer.link(answer);
    ButtonRow buttons = new ButtonRow(nativeFeedback, sharable);
    int sent = 0;
    List<SlackMessage> messages = rendering.of(id, linked, heading, buttons);
    while (sent < messages.size()) {
      try {
        sender.accept(messages.get(sent));
        sent++;
      } catch (SlackFault e) {
        buttons = plainer(buttons, e);
        messages = rendering.of(id, linked, heading, buttons);
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
