package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Who the bot is.
 *
 * @param id the bot's
 * @param name its user name, without the @
 */
record BotIdentity(long id, String name) {

  BotIdentity {
    Objects.requireNonNull(name, "name");
  }

  /** From the answer to {@code getMe}. */
  static BotIdentity of(JsonNode user) {
    return new BotIdentity(user.path("id").asLong(), user.path("username").asText(""));
  }

  boolean is(@Nullable User user) {
    return user != null && user.getId() == id;
  }

  /** Finds the bot's name where a text mentions it, in any case. */
  Pattern mention() {
    return Pattern.compile(
        "(?<![\\w@./])@" + Pattern.quote(name) + "(?!\\w)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
