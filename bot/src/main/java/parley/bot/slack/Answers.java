package parley.bot.slack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.GivenAnswer;
import parley.knowledge.Answer;

/** Renders answers as the workspace can show them, and posts them. Thread-safe. */
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

  List<SlackMessage> messages(
      String id, Answer answer, Optional<String> heading, boolean sharable) {
    return rendering.of(id, answer, heading, new ButtonRow(nativeFeedback, sharable));
  }

  /** Posts an answer into a thread. */
  void post(String channel, String thread, GivenAnswer given, Optional<String> heading) {
    int posted = 0;
    List<SlackMessage> messages = messages(given.id(), given.answer(), heading, false);
    while (posted < messages.size()) {
      try {
        api.post(channel, thread, messages.get(posted));
        posted++;
      } catch (SlackFault e) {
        doWithoutNativeFeedback(e);
        messages = messages(given.id(), given.answer(), heading, false);
      }
    }
  }

  /** Some workspaces refuse a message for the one block that they do not know. */
  private void doWithoutNativeFeedback(SlackFault fault) {
    if (!nativeFeedback || !fault.code().startsWith("invalid_blocks")) {
      throw fault;
    }
    nativeFeedback = false;
    log.info("the workspace has no feedback buttons of its own; it gets plain ones");
  }
}
