package parley.bot.telegram;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What people send that is not text. */
enum WordlessKind {
  PHOTO(Message::hasPhoto),
  STICKER(Message::hasSticker),
  VOICE(Message::hasVoice),
  AUDIO(Message::hasAudio),
  VIDEO(message -> message.hasVideo() || message.hasVideoNote() || message.hasAnimation()),
  FILE(Message::hasDocument),
  PLACE(message -> message.hasLocation() || message.getVenue() != null),
  OTHER(
      message ->
          message.hasContact()
              || message.hasPoll()
              || message.hasDice()
              || message.getGame() != null
              || message.getStory() != null
              || message.getPaidMedia() != null
              || message.getChecklist() != null);

  private final Predicate<Message> test;

  WordlessKind(Predicate<Message> test) {
    this.test = test;
  }

  /** What a message is; empty for what people do not send, such as that somebody has joined. */
  static Optional<WordlessKind> of(Message message) {
    return Arrays.stream(values()).filter(kind -> kind.test.test(message)).findFirst();
  }

  /** The phrase that says that the bot only reads text. */
  String phrase() {
    return "text-only." + name().toLowerCase(Locale.ROOT);
  }
}
