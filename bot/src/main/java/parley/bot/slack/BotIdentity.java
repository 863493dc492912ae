package parley.bot.slack;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who the bot is in its workspace.
 *
 * @param team the workspace's id
 * @param user the bot's user id
 * @param bot the bot's id, which its messages carry
 */
record BotIdentity(String team, String user, @Nullable String bot) {

  BotIdentity {
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(user, "user");
  }

  /** Whether a message's text addresses it. */
  boolean isMentionedIn(String text) {
    return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
  }
}
