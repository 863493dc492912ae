package parley.bot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody posted, from whichever event told of it.
 *
 * @param team the workspace
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
    String team,
    @Nullable String eventId,
    String channel,
    @Nullable String user,
    @Nullable String bot,
    String text,
    String ts,
    @Nullable String threadTs,
    boolean mention) {

  PostedMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(ts, "ts");
    text = Objects.requireNonNullElse(text, "");
  }

  static PostedMessage of(EventsApiPayload<MessageEvent> payload, MessageEvent event) {
    return new PostedMessage(
        payload.getTeamId(),
        payload.getEventId(),
        event.getChannel(),
        event.getUser(),
        event.getBotId(),
        event.getText(),
        event.getTs(),
        event.getThreadTs(),
        false);
  }

  static PostedMessage mention(EventsApiPayload<AppMentionEvent> payload, AppMentionEvent event) {
    return new PostedMessage(
        payload.getTeamId(),
        payload.getEventId(),
        event.getChannel(),
        event.getUser(),
        event.getBotId(),
        event.getText(),
        event.getTs(),
        event.getThreadTs(),
        true);
  }

  static PostedMessage withFile(
      EventsApiPayload<MessageFileShareEvent> payload, MessageFileShareEvent event) {
    return new PostedMessage(
        payload.getTeamId(),
        payload.getEventId(),
        event.getChannel(),
        event.getUser(),
        null,
        event.getText(),
        event.getTs(),
        event.getThreadTs(),
        false);
  }

  static PostedMessage broadcast(
      EventsApiPayload<MessageThreadBroadcastEvent> payload, MessageThreadBroadcastEvent event) {
    return new PostedMessage(
        payload.getTeamId(),
        payload.getEventId(),
        event.getChannel(),
        event.getUser(),
        null,
        event.getText(),
        event.getTs(),
        event.getThreadTs(),
        false);
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
