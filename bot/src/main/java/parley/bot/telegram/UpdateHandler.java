package parley.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import parley.bot.chat.Chat;

/** Reads updates and gives each to whom it concerns. Thread-safe; quick. */
final class UpdateHandler {

  /** The kinds of updates that are used. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");

  private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final MessageHandler messages;
  private final ButtonHandler buttons;
  private final InlineHandler inline;

  UpdateHandler(MessageHandler messages, ButtonHandler buttons, InlineHandler inline) {
    this.messages = messages;
    this.buttons = buttons;
    this.inline = inline;
  }

  /**
   * Handles an update as it came. One that cannot be read, or that something is wrong with, is
   * logged and done with.
   *
   * @throws RuntimeException of the chat's storage alone ({@link Chat#isStorageFailure}): it should
   *     be handed over again later
   */
  void handle(JsonNode update) {
    int id = update.path("update_id").asInt();
    try {
      read(update, id).ifPresent(read -> dispatch(id, read));
    } catch (RuntimeException | StackOverflowError e) {
      if (e instanceof RuntimeException failure && Chat.isStorageFailure(failure)) {
        throw failure;
      }
      log.error("the update {} was not handled", id, e);
    }
  }

  private static Optional<Update> read(JsonNode update, int id) {
    try {
      return Optional.of(JSON.treeToValue(update, Update.class));
    } catch (JsonProcessingException e) {
      log.info("the update {} cannot be read and is left out: {}", id, e.getClass().getName());
      return Optional.empty();
    }
  }

  private void dispatch(int id, Update update) {
    if (update.hasMessage()) {
      messages.handle(id, update.getMessage());
    } else if (update.hasEditedMessage()) {
      messages.handleEdited(id, update.getEditedMessage());
    } else if (update.hasCallbackQuery()) {
      buttons.handle(id, update.getCallbackQuery());
    } else if (update.hasInlineQuery()) {
      inline.handle(update.getInlineQuery());
    } else if (update.hasMyChatMember()) {
      noteMembership(update.getMyChatMember());
    }
  }

  /** Quietly: who adds the bot to a group knows what for, and who blocks it has said enough. */
  private static void noteMembership(ChatMemberUpdated membership) {
    String kind = membership.getChat().getType();
    log.info("the bot is now {} in a {}", membership.getNewChatMember().getStatus(), kind);
  }
}
