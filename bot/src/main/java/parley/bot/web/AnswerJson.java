package parley.bot.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import parley.bot.chat.GivenAnswer;
import parley.bot.chat.Json;

/** An answer as the command line gives it, with what a client needs to go on. */
final class AnswerJson {

  private AnswerJson() {}

  /**
   * On one line.
   *
   * @param conversation what the next question is to name
   */
  static String of(GivenAnswer given, UUID conversation) {
    ObjectNode json = Json.answerTree(given.id(), given.answer());
    given.answer().suggestions().forEach(json.putArray("suggestions")::add);
    json.put("conversation", conversation.toString());
    return json.toString();
  }
}
