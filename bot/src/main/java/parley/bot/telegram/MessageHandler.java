package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import parley.bot.chat.Chat;
import parley.bot.chat.Starter;

/** Makes questions and commands of the messages that are meant for the bot. */
final class MessageHandler {

  private static final Duration BETWEEN_NOTICES = Duration.ofHours(1);
  private static final int MOST_TOLD = 10_000;

  private final BotIdentity self;
  private final Askers askers;
  private final TelegramAudience audience;
  private final Asking asking;
  private final CommandHandler commands;
  private final Speaker speaker;
  private final Chat chat;
  private final Replies replies;

  /** Who was told lately that the bot reads text alone, or that it may not answer there. */
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder().expireAfterWrite(BETWEEN_NOTICES).maximumSize(MOST_TOLD).build();

  MessageHandler(
      BotIdentity self,
      Askers askers,
      TelegramAudience audience,
      Asking asking,
      CommandHandler commands,
      Speaker speaker,
      Chat chat,
      Replies replies) {
    this.self = self;
    this.askers = askers;
    this.audience = audience;
    this.asking = asking;
    this.commands = commands;
    this.speaker = speaker;
    this.chat = chat;
    this.replies = replies;
  }

  /** A message that is new. */
  void handle(int update, Message message) {
    if (message.getMigrateToChatId() != null) {
      replies.messenger().follow(message.getChatId(), message.getMigrateToChatId());
    }
    Optional<Addressed> addressed = Addressed.of(message, self);
    Optional<Long> writer = askers.writer(message);
    if (addressed.isEmpty() || writer.isEmpty()) {
      return;
    }
    if (isWelcome(message, writer.get())) {
      Asker asker = askers.at(Spot.of(message), writer.get(), message.getFrom());
      take(update, message, asker, addressed.get());
    }
  }

  /** Nothing is kept of those who are not, not even that there was a message. */
  private boolean isWelcome(Message message, long writer) {
    if (audience.isBlocked(writer, message.getChatId())) {
      return false;
    }
    boolean allowed = audience.isAllowed(writer, message.getChatId());
    if (!allowed && isFirst("not allowed", message.getChatId())) {
      Asker asker = askers.at(Spot.of(message), writer, message.getFrom());
      speaker.say(
          asker,
          message.getMessageId(),
          () -> TelegramMessage.plain(asker.phrases().text("refusal.not-allowed")));
    }
    return allowed;
  }

  private void take(int update, Message message, Asker asker, Addressed addressed) {
    Optional<WordlessKind> kind = WordlessKind.of(message);
    if (!addressed.asks()) {
      if (asking.claim(update)) {
        commands.run(asker, addressed, message.getMessageId());
      }
    } else if (!addressed.text().isEmpty()) {
      asking.message(
          update, asker, message.getMessageId(), addressed.repliesTo(), addressed.text());
    } else if (kind.isPresent()) {
      tellThatItReadsText(update, message, asker, kind.get());
    } else if (message.hasText() && asking.claim(update)) {
      askForQuestion(message, asker, addressed);
    }
  }

  /** Once for an album, which comes as a message for each picture. */
  private void tellThatItReadsText(int update, Message message, Asker asker, WordlessKind kind) {
    if (isFirst("text only", message.getChatId()) && asking.claim(update)) {
      speaker.say(
          asker,
          replyTo(message, asker),
          () -> TelegramMessage.plain(asker.phrases().text(kind.phrase())));
    }
  }

  private void askForQuestion(Message message, Asker asker, Addressed addressed) {
    String phrase = addressed.command().isEmpty() ? "mention.empty" : "ask.empty";
    speaker.say(
        asker,
        replyTo(message, asker),
        () -> TelegramMessage.plain(asker.phrases().text(phrase, example(asker))));
  }

  private String example(Asker asker) {
    return chat.starters(asker.place()).stream().findFirst().map(Starter::question).orElse("…");
  }

  private static @Nullable Integer replyTo(Message message, Asker asker) {
    return asker.spot().isGroup() ? message.getMessageId() : null;
  }

  private boolean isFirst(String what, long chatId) {
    return told.asMap().putIfAbsent(what + " " + chatId, true) == null;
  }

  /** A message that was altered: asked again if it is a question whose answer is at hand. */
  void handleEdited(int update, Message message) {
    Optional<String> before = replies.asked().question(message.getChatId(), message.getMessageId());
    Optional<Addressed> now = Addressed.of(message, self);
    Optional<Long> writer = askers.writer(message);
    boolean isOtherQuestion =
        before.isPresent()
            && writer.isPresent()
            && now.isPresent()
            && now.get().asks()
            && !now.get().text().isEmpty()
            && !now.get().text().equals(before.get());
    if (isOtherQuestion && isWelcome(message, writer.get())) {
      Asker asker = askers.at(Spot.of(message), writer.get(), message.getFrom());
      take(update, message, asker, now.get());
    }
  }
}
