package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A claim of an event on a cluster that is being made, as {@link EventClaims} tells.
 *
 * @param token tells it from all other claims
 * @param names the ids of the documents of the event's names, in their order; the first is the root
 * @param question the id of its question's document, empty where it is none's
 * @param at when it was begun, in milliseconds since 1970
 */
record ClaimAttempt(String token, List<String> names, String question, long at) {

  static final String TOKEN = "token";
  static final String ROOT = "root";
  static final String CLAIMED = "claimed";
  static final String QUESTION = "question";

  private static final String AT = "at";

  String root() {
    return names.get(0);
  }

  boolean isOne() {
    return names.size() == 1 && question.isEmpty();
  }

  boolean owns(StoredDocument name) {
    return name.text(TOKEN).equals(token);
  }

  /** What is kept of each name. */
  ObjectNode name() {
    ObjectNode fields =
        JsonNodeFactory.instance
            .objectNode()
            .put(TOKEN, token)
            .put(ROOT, root())
            .put(CLAIMED, isOne())
            .put(AT, at);
    return question.isEmpty() ? fields : fields.put(QUESTION, question);
  }
}
