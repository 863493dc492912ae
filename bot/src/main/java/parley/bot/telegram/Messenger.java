package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Sends messages, edits and deletes them: each in its turn, to where a group has moved, and without
 * markup where Telegram does not understand it. Thread-safe; no method blocks, and what they give
 * ends with a {@link TelegramFault} where it is of no use to try longer.
 */
final class Messenger {

  private static final Logger log = LoggerFactory.getLogger(Messenger.class);

  /** The id of a message that was sent without Telegram saying what its id is. */
  static final int UNKNOWN = 0;

  private static final int MOST_MOVED = 10_000;

  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private final TelegramApi api;

  /** Groups that have become supergroups, by their old ids. */
  private final Cache<Long, Long> moved = Caffeine.newBuilder().maximumSize(MOST_MOVED).build();

  Messenger(TelegramApi api) {
    this.api = api;
  }

  /** Remembers that a group has become a supergroup. */
  void follow(long from, long to) {
    moved.put(from, to);
  }

  /**
   * Sends a message.
   *
   * @param replyTo the message that it replies to, if it does
   * @return ends with its id, or with {@link #UNKNOWN}
   */
  CompletionStage<Integer> send(Spot spot, TelegramMessage message, @Nullable Integer replyTo) {
    return send(spot, message, replyTo, () -> {});
  }

  /**
   * The same.
   *
   * @param settingOut is run right before the message leaves, at each try
   */
  CompletionStage<Integer> send(
      Spot spot, TelegramMessage message, @Nullable Integer replyTo, Runnable settingOut) {
    return withoutMarkupIfNeeded(
            message,
            (text, parseMode) ->
                deliver(
                    spot.chat(),
                    chat -> sending(chat, spot, text, parseMode, message, replyTo),
                    settingOut))
        .thenApply(sent -> sent.path("message_id").asInt(UNKNOWN));
  }

  /** Replaces the text and the buttons of a message of the bot's. */
  CompletionStage<JsonNode> edit(long chat, int id, TelegramMessage message) {
    return withoutMarkupIfNeeded(
        message,
        (text, parseMode) -> deliver(chat, to -> editing(to, id, text, parseMode, message)));
  }

  /** Deletes a message of the bot's. */
  CompletionStage<JsonNode> delete(long chat, int id) {
    return deliver(chat, to -> new DeleteMessage(Long.toString(to), id));
  }

  private static SendMessage sending(
      long chat,
      Spot spot,
      String text,
      @Nullable String parseMode,
      TelegramMessage message,
      @Nullable Integer replyTo) {
    return SendMessage.builder()
        .chatId(chat)
        .messageThreadId(spot.topic())
        .text(text)
        .parseMode(parseMode)
        .linkPreviewOptions(NO_PREVIEW)
        .replyMarkup(message.keyboard())
        .replyParameters(replyTo == null ? null : replyTo(replyTo))
        .build();
  }

  /** What is replied to may be deleted meanwhile. */
  private static ReplyParameters replyTo(int id) {
    return ReplyParameters.builder().messageId(id).allowSendingWithoutReply(true).build();
  }

  private static EditMessageText editing(
      long chat, int id, String text, @Nullable String parseMode, TelegramMessage message) {
    return EditMessageText.builder()
        .chatId(chat)
        .messageId(id)
        .text(text)
        .parseMode(parseMode)
        .linkPreviewOptions(NO_PREVIEW)
        .replyMarkup(message.keyboard())
        .build();
  }

  /** Writes a text with a parse mode, or with none. */
  private interface Writing {
    CompletionStage<JsonNode> write(String text, @Nullable String parseMode);
  }

  private static CompletionStage<JsonNode> withoutMarkupIfNeeded(
      TelegramMessage message, Writing writing) {
    return writing
        .write(message.html(), TelegramMessage.PARSE_MODE)
        .exceptionallyCompose(
            failure ->
                TelegramFault.in(failure)
                    .filter(TelegramFault::isMarkup)
                    .map(fault -> writeWithoutMarkup(message, writing, fault))
                    .orElseGet(() -> CompletableFuture.failedStage(failure)));
  }

  private static CompletionStage<JsonNode> writeWithoutMarkup(
      TelegramMessage message, Writing writing, TelegramFault fault) {
    log.warn("{}; it goes out without markup", fault.getMessage());
    return writing.write(Jsoup.parseBodyFragment(message.html()).wholeText(), null);
  }

  private CompletionStage<JsonNode> deliver(long chat, LongFunction<PartialBotApiMethod<?>> call) {
    return deliver(chat, call, () -> {});
  }

  private CompletionStage<JsonNode> deliver(
      long chat, LongFunction<PartialBotApiMethod<?>> call, Runnable settingOut) {
    Long known = moved.getIfPresent(chat);
    long to = known == null ? chat : known;
    return api.callInTurn(to, call.apply(to), settingOut)
        .exceptionallyCompose(
            failure ->
                TelegramFault.in(failure)
                    .flatMap(TelegramFault::migratedTo)
                    .map(next -> deliverTo(chat, next, call))
                    .orElseGet(() -> CompletableFuture.failedStage(failure)));
  }

  private CompletionStage<JsonNode> deliverTo(
      long from, long to, LongFunction<PartialBotApiMethod<?>> call) {
    log.info("the group {} is now {}", from, to);
    follow(from, to);
    return api.callInTurn(to, call.apply(to), () -> {});
  }
}
