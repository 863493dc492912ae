package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import parley.bot.chat.IncomingQuestion;
import parley.bot.chat.Reply;
import parley.bot.chat.Viewer;

/** What all replies share. Thread-safe. */
final class Replies {

  private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

  private final TelegramApi api;
  private final Messenger messenger;
  private final AskedMessages asked;
  private final Viewer viewer;
  private final RouteSeal seal;
  private final Cache<Long, Boolean> refusedIn =
      Caffeine.newBuilder().expireAfterWrite(BETWEEN_REFUSALS).build();

  Replies(
      TelegramApi api, Messenger messenger, AskedMessages asked, Viewer viewer, RouteSeal seal) {
    this.api = api;
    this.messenger = messenger;
    this.asked = asked;
    this.viewer = viewer;
    this.seal = seal;
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

  /** Where people read the documents. */
  Viewer viewer() {
    return viewer;
  }

  /** A way back to a person, to be kept. */
  String seal(TelegramRoute route) {
    return seal.seal(route);
  }

  /** The reply by a way back that was kept, if it can be read. */
  Optional<Reply> reply(IncomingQuestion question, String sealed) {
    return seal.open(sealed)
        .map(
            route ->
                ChatReply.by(
                    route,
                    this,
                    new Asker(
                        route.spot(), question.person(), question.place(), question.language())));
  }

  AskedMessages asked() {
    return asked;
  }

  /** Whether to tell a group of a refusal, which all there read: once a minute is enough. */
  boolean mayRefuseIn(long chat) {
    return refusedIn.asMap().putIfAbsent(chat, true) == null;
  }
}
