package parley.bot.telegram;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Chat;

/** Says what is no answer, after what is to be said before it in the same chat. */
final class Speaker {

  private static final Logger log = LoggerFactory.getLogger(Speaker.class);

  private final Chat chat;
  private final Messenger messenger;

  Speaker(Chat chat, Messenger messenger) {
    this.chat = chat;
    this.messenger = messenger;
  }

  /**
   * Says something.
   *
   * @param message may take a while to be made
   * @param replyTo the message that it replies to, if it does
   */
  void say(Asker to, @Nullable Integer replyTo, Supplier<TelegramMessage> message) {
    chat.postStage(to.place(), () -> noted(to, messenger.send(to.spot(), message.get(), replyTo)));
  }

  /** Puts something in the place of a message of the bot's. */
  void restate(Asker to, int message, Supplier<TelegramMessage> text) {
    chat.postStage(
        to.place(), () -> noted(to, messenger.edit(to.spot().chat(), message, text.get())));
  }

  private static CompletionStage<?> noted(Asker to, CompletionStage<?> said) {
    return said.handle(
        (done, failure) -> {
          if (failure != null) {
            log.info("a message did not reach {}: {}", to.place(), reason(failure));
          }
          return null;
        });
  }

  private static String reason(Throwable failure) {
    return TelegramFault.in(failure)
        .map(TelegramFault::getMessage)
        .orElseGet(() -> failure.getClass().getSimpleName());
  }
}
