package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telegram has not done what it was asked; what is left to do depends on why. It never holds an
 * address, since the bot's token is part of each.
 */
final class TelegramFault extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int NO_STATUS = 0;
  private static final int LONGEST_DESCRIPTION = 200;

  /** What Telegram says where it does not understand the markup of a text. */
  private static final Pattern MARKUP =
      Pattern.compile("can't parse entities|entit\\w+_(?:too_long|bounds_invalid)|unsupported");

  private final int status;
  private final String description;
  private final @Nullable Duration retryAfter;
  private final @Nullable Long migratedTo;

  private TelegramFault(
      String method,
      int status,
      String description,
      @Nullable Duration retryAfter,
      @Nullable Long migratedTo) {
    super(method + " failed: " + description);
    this.status = status;
    this.description = description;
    this.retryAfter = retryAfter;
    this.migratedTo = migratedTo;
  }

  /**
   * Telegram answered that it does not do it.
   *
   * @param answer as JSON, of which everything may be missing
   */
  static TelegramFault answered(String method, int status, JsonNode answer) {
    JsonNode parameters = answer.path("parameters");
    String description = answer.path("description").asText("");
    return new TelegramFault(
        method,
        status,
        (status + " " + shortened(description)).strip(),
        parameters.has("retry_after")
            ? Duration.ofSeconds(Math.max(0, parameters.path("retry_after").asLong()))
            : null,
        parameters.has("migrate_to_chat_id")
            ? parameters.path("migrate_to_chat_id").asLong()
            : null);
  }

  /** No answer came. */
  static TelegramFault silence(String method, Throwable cause) {
    String why = cause.getClass().getSimpleName();
    return new TelegramFault(method, NO_STATUS, "no answer (" + why + ")", null, null);
  }

  /** An answer came that cannot be read, to a question that must have one. */
  static TelegramFault unreadable(String method) {
    return new TelegramFault(method, NO_STATUS, "an answer that cannot be read", null, null);
  }

  /** The fault in what an asynchronous call threw. */
  static Optional<TelegramFault> in(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof TelegramFault fault ? Optional.of(fault) : Optional.empty();
  }

  private static String shortened(String description) {
    String line = description.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_DESCRIPTION ? line : line.substring(0, LONGEST_DESCRIPTION);
  }

  /** What Telegram says, with the status before it. */
  String description() {
    return description;
  }

  /** Whether it is worth trying again. */
  boolean isPassing() {
    return status == NO_STATUS || isFlood() || status >= 500;
  }

  /** Whether too much was sent. */
  boolean isFlood() {
    return status == 429;
  }

  /** Whether another process asks for this bot's updates, or a webhook takes them. */
  boolean isConflict() {
    return status == 409;
  }

  /** Whether the person has blocked the bot, or the group has thrown it out. */
  boolean isBlocked() {
    return status == 403;
  }

  /** Whether the token is none of Telegram's. */
  boolean isUnknownToken() {
    return status == 401 || status == 404;
  }

  /** Whether Telegram does not understand the text's markup. */
  boolean isMarkup() {
    return status == 400 && MARKUP.matcher(description.toLowerCase(java.util.Locale.ROOT)).find();
  }

  /** Whether a message that was to be edited says so already. */
  boolean isNotModified() {
    return status == 400 && description.contains("not modified");
  }

  /** Whether a message that was to be edited is not there, or may not be edited any more. */
  boolean isNotEditable() {
    return status == 400 && (description.contains("edit") || description.contains("not found"));
  }

  /** How long Telegram wants us to wait before the next try, where it says so. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The id that the chat has now, where it was moved. */
  Optional<Long> migratedTo() {
    return Optional.ofNullable(migratedTo);
  }
}
