package parley.bot.telegram;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where messages are sent to.
 *
 * @param chat its id in Telegram
 * @param topic the topic of a forum, where it is one
 */
record Spot(long chat, @Nullable Integer topic) {

  /** Where a message stands. */
  static Spot of(MaybeInaccessibleMessage message) {
    return new Spot(
        Objects.requireNonNull(message.getChatId(), "chat id"),
        message instanceof Message whole && Boolean.TRUE.equals(whole.getIsTopicMessage())
            ? whole.getMessageThreadId()
            : null);
  }

  boolean isGroup() {
    return Pacing.isGroup(chat);
  }
}
