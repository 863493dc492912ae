package parley.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Updates as Telegram documents them. */
final class TelegramUpdates {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger MESSAGES = new AtomicInteger(100);
  private static final AtomicLong IDS = new AtomicLong(5_000_000);

  private TelegramUpdates() {}

  /** The id of a person that no other has, and of their chat with the bot. */
  static long newPerson() {
    return IDS.incrementAndGet();
  }

  /** The id of a group that no other has. */
  static long newGroup() {
    return -1_001_000_000_000L - IDS.incrementAndGet();
  }

  /** What a person writes to the bot alone. */
  static ObjectNode told(long person, String text) {
    ObjectNode update = JSON.createObjectNode();
    message(update.putObject("message"), person, person).put("text", text);
    return update;
  }

  /** What a person writes into a group. */
  static ObjectNode told(long group, long person, String text) {
    ObjectNode update = JSON.createObjectNode();
    message(update.putObject("message"), group, person).put("text", text);
    return update;
  }

  /** A message without text, for the rest to be added. */
  static ObjectNode wordless(long chat, long person) {
    ObjectNode update = JSON.createObjectNode();
    message(update.putObject("message"), chat, person);
    return update;
  }

  /** The message of an update. */
  static ObjectNode message(ObjectNode update) {
    return (ObjectNode) update.get("message");
  }

  /** A message that was edited to say something else. */
  static ObjectNode edited(ObjectNode original, String text) {
    ObjectNode update = JSON.createObjectNode();
    update.set("edited_message", message(original).deepCopy());
    ((ObjectNode) update.get("edited_message")).put("text", text).put("edit_date", 1767690060);
    return update;
  }

  /** A press of a button under a message of the bot's. */
  static ObjectNode pressed(long chat, long person, int message, String data) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode press = update.putObject("callback_query").put("id", "4382bfdwdsb323b2d9");
    person(press.putObject("from"), person, "en");
    ObjectNode under = press.putObject("message");
    message(under, chat, person).put("message_id", message).put("text", "An answer");
    under
        .putObject("from")
        .put("id", MadeUpTelegram.BOT)
        .put("is_bot", true)
        .put("first_name", "P");
    press.put("chat_instance", "-3392034293").put("data", data);
    return update;
  }

  /** What a person types after the bot's name in some chat. */
  static ObjectNode typed(long person, String id, String text) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode query = update.putObject("inline_query").put("id", id);
    person(query.putObject("from"), person, "en");
    query.put("chat_type", "private").put("query", text).put("offset", "");
    return update;
  }

  /** Makes a message one of a topic in a forum. */
  static ObjectNode inTopic(ObjectNode update, int topic) {
    message(update).put("message_thread_id", topic).put("is_topic_message", true);
    return update;
  }

  /** Makes a message a reply to one of the bot's. */
  static ObjectNode replyingToBot(ObjectNode update, int message) {
    ObjectNode other = message(update).putObject("reply_to_message");
    long chat = message(update).path("chat").path("id").asLong();
    message(other, chat, 1).put("message_id", message).put("text", "An answer");
    other
        .putObject("from")
        .put("id", MadeUpTelegram.BOT)
        .put("is_bot", true)
        .put("first_name", "P");
    return update;
  }

  /** Gives the writer's Telegram a language. */
  static ObjectNode speaking(ObjectNode update, String language) {
    ((ObjectNode) message(update).get("from")).put("language_code", language);
    return update;
  }

  private static ObjectNode message(ObjectNode message, long chat, long person) {
    message.put("message_id", MESSAGES.incrementAndGet());
    person(message.putObject("from"), person, "en");
    ObjectNode where = message.putObject("chat").put("id", chat);
    if (chat < 0) {
      where.put("title", "Talks").put("type", "supergroup");
    } else {
      where.put("first_name", "Olena").put("username", "olena_k").put("type", "private");
    }
    return message.put("date", 1767690000);
  }

  private static void person(ObjectNode from, long id, String language) {
    from.put("id", id)
        .put("is_bot", false)
        .put("first_name", "Olena")
        .put("last_name", "Kovalenko")
        .put("username", "olena_k")
        .put("language_code", language);
  }
}
