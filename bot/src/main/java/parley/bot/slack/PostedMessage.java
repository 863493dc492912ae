package parley.bot.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody posted, from whichever event told of it.
 *
 * @param eventId the event's
 * @param channel where
 * @param user who; null for some of Slack's own
 * @param bot the id of the bot that posted it, if one did
 * @param text in Slack's markup
 * @param ts its own timestamp, which is its name in the channel
 * @param threadTs that of the message it replies to, if it does
 * @param mention whether Slack says that the bot is mentioned
 */
record PostedMessage(
    @Nullable String eventId,
    String channel,
    @Nullable String user,
    @Nullable String bot,
    String text,
    String ts,
    @Nullable String threadTs,
    boolean mention) {

  private static final Gson JSON = GsonFactory.createSnakeCase();

  private static final String MESSAGE = "message";
  private static final String MENTION = "app_mention";

  /** Kinds of messages that say something new; edits, deletions, joins and the like do not. */
  private static final Set<String> SUBTYPES = Set.of("", "file_share", "thread_broadcast");

  /** What Slack sends, as far as it matters here. */
  private record Envelope(@Nullable String eventId, @Nullable Event event) {}

  private record Event(
      @Nullable String type,
      @Nullable String subtype,
      @Nullable String channel,
      @Nullable String user,
      @Nullable String botId,
      @Nullable String text,
      @Nullable String ts,
      @Nullable String threadTs) {}

  PostedMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(ts, "ts");
  }

  /**
   * Reads an event of Slack's. Bolt's own classes are of as many kinds as there are subtypes, and
   * lack the bot's id where a message comes with a file.
   *
   * @return empty if the event tells of no new message
   */
  static Optional<PostedMessage> of(String body) {
    return envelope(body).flatMap(PostedMessage::message);
  }

  private static Optional<Envelope> envelope(String body) {
    try {
      return Optional.ofNullable(JSON.fromJson(body, Envelope.class));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<PostedMessage> message(Envelope envelope) {
    Event event = envelope.event();
    if (event == null || !isNew(event)) {
      return Optional.empty();
    }
    String channel = given(event.channel());
    String ts = given(event.ts());
    if (channel == null || ts == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PostedMessage(
            given(envelope.eventId()),
            channel,
            given(event.user()),
            event.botId(),
            Objects.requireNonNullElse(event.text(), ""),
            ts,
            given(event.threadTs()),
            MENTION.equals(event.type())));
  }

  /** An empty name would be everybody's. */
  private static @Nullable String given(@Nullable String name) {
    return name == null || name.isBlank() ? null : name;
  }

  private static boolean isNew(Event event) {
    return MENTION.equals(event.type())
        || (MESSAGE.equals(event.type())
            && SUBTYPES.contains(Objects.requireNonNullElse(event.subtype(), "")));
  }

  /** The thread that an answer belongs in. */
  String answerThread() {
    return threadTs == null ? ts : threadTs;
  }

  /** Of a mention Slack sends two events: they share the message. */
  List<String> eventNames() {
    String message = "slack:message:" + channel + ":" + ts;
    return eventId == null ? List.of(message) : List.of("slack:event:" + eventId, message);
  }
}
