package parley.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.Message;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A click on a button of a message.
 *
 * @param actionId which kind of button
 * @param value what the button carries
 * @param person who clicked
 * @param channel where
 * @param thread the thread that an answer belongs in
 * @param isPrivate whether only that person sees the message
 * @param triggerId lets a modal be opened within three seconds
 * @param responseUrl where an answer to the click goes
 */
record Click(
    String actionId,
    String value,
    String person,
    String channel,
    String thread,
    boolean isPrivate,
    String triggerId,
    String responseUrl) {

  static Click of(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    BlockActionPayload.Container container =
        Objects.requireNonNullElseGet(payload.getContainer(), BlockActionPayload.Container::new);
    return new Click(
        action.getActionId(),
        Objects.requireNonNullElse(action.getValue(), "").strip(),
        payload.getUser().getId(),
        payload.getChannel() == null ? container.getChannelId() : payload.getChannel().getId(),
        thread(container, payload.getMessage()),
        container.isEphemeral(),
        payload.getTriggerId(),
        payload.getResponseUrl());
  }

  /** Whether it carries a question, and there is a place for the answer. */
  boolean asks() {
    return !value.isBlank() && (isPrivate || !thread.isEmpty());
  }

  /** The thread of the message, or that which it begins. */
  private static String thread(BlockActionPayload.Container container, @Nullable Message message) {
    return Stream.of(
            container.getThreadTs(),
            message == null ? null : message.getThreadTs(),
            container.getMessageTs(),
            message == null ? null : message.getTs())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}
