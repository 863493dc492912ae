package parley.bot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Reply;

/**
 * The way back to a person in Slack, as it is kept across a restart.
 *
 * @param thread null where the person alone is answered
 * @param since the timestamp of the message that asks; null where a command or a click did
 * @param heading what was asked and by whom, where readers do not see it otherwise
 */
record SlackRoute(
    String channel,
    @Nullable String thread,
    @Nullable String since,
    String person,
    @Nullable Caption heading) {

  private static final Logger log = LoggerFactory.getLogger(SlackRoute.class);
  private static final Gson JSON = new Gson();

  String kept() {
    return JSON.toJson(this);
  }

  /** The reply by a route that was kept, if it can be read. */
  static Optional<Reply> reply(String kept, Answers answers) {
    try {
      return Optional.ofNullable(JSON.fromJson(kept, SlackRoute.class))
          .map(route -> route.reply(answers));
    } catch (JsonParseException e) {
      log.warn("a way back that was kept cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Reply reply(Answers answers) {
    return thread == null ? PrivateReply.by(this, answers) : ThreadReply.again(this, answers);
  }
}
