package parley.bot.slack;

import java.util.Objects;

/**
 * Who the bot is in its workspace.
 *
 * @param team the workspace's id
 * @param user the bot's user id
 */
record BotIdentity(String team, String user) {

  BotIdentity {
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(user, "user");
  }

  /** Whether a message's text addresses it. */
  boolean isMentionedIn(String text) {
    return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
  }
}
