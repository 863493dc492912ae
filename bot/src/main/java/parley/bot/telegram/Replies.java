package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/** What all replies share. Thread-safe. */
final class Replies {

  private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

  private final TelegramApi api;
  private final Messenger messenger;
  private final AskedMessages asked;
  private final Cache<Long, Boolean> refusedIn =
      Caffeine.newBuilder().expireAfterWrite(BETWEEN_REFUSALS).build();

  Replies(TelegramApi api, Messenger messenger, AskedMessages asked) {
    this.api = api;
    this.messenger = messenger;
    this.asked = asked;
  }

  Messenger messenger() {
    return messenger;
  }

  /** Shows that the bot is at work, until what this gives is ended. */
  Typing beginTyping(Spot spot) {
    return Typing.begin(api, spot);
  }

  /** Shows a person what a message will say, for half a minute or until it comes. */
  void showDraft(Spot spot, int draft, TelegramMessage message) {
    api.callInPassing(
        SendMessageDraft.builder()
            .chatId(spot.chat())
            .messageThreadId(spot.topic())
            .draftId(draft)
            .text(message.html())
            .parseMode(TelegramMessage.PARSE_MODE)
            .build());
  }

  AskedMessages asked() {
    return asked;
  }

  /** Whether to tell a group of a refusal, which all there read: once a minute is enough. */
  boolean mayRefuseIn(long chat) {
    return refusedIn.asMap().putIfAbsent(chat, true) == null;
  }
}
