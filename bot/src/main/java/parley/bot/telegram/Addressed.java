package parley.bot.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a message says to the bot.
 *
 * @param command the command's name in lower case and without its slash; empty where it is none
 * @param text what is said, without mention and command; may be empty
 * @param repliesTo the message of the bot's that it replies to; null if it does not
 */
record Addressed(String command, String text, @Nullable Integer repliesTo) {

  /** The only command that a group's members may leave the bot's name out of. */
  static final String ASK = "ask";

  private static final Pattern COMMAND =
      Pattern.compile("/(?<name>[A-Za-z0-9_]{1,32})(?:@(?<bot>\\w+))?(?=\\s|$)");

  /** What is left between a mention and the words. */
  private static final Pattern LEFT_OVER = Pattern.compile("^[\\s,;:.\\p{Pd}]+|\\s+$");

  /** Whether it asks, rather than gives a command of another kind. */
  boolean asks() {
    return command.isEmpty() || command.equals(ASK);
  }

  /**
   * Reads a message.
   *
   * @return empty where it is not meant for the bot: in a group whatever does not name it, nor
   *     replies to it, nor is {@code /ask}
   */
  static Optional<Addressed> of(Message message, BotIdentity self) {
    String text =
        Objects.requireNonNullElse(
            message.getText(), Objects.requireNonNullElse(message.getCaption(), ""));
    Integer repliesTo = repliesTo(message, self);
    Matcher command = COMMAND.matcher(text);
    if (command.lookingAt()) {
      return command(message, command, self, repliesTo);
    }
    Matcher mention = self.mention().matcher(text);
    boolean isMeant =
        isPrivate(message) || repliesTo != null || mention.find() || isMentioned(message, self);
    return isMeant
        ? Optional.of(new Addressed("", words(mention.replaceAll(" ")), repliesTo))
        : Optional.empty();
  }

  private static Optional<Addressed> command(
      Message message, Matcher command, BotIdentity self, @Nullable Integer repliesTo) {
    String name = command.group("name").toLowerCase(Locale.ROOT);
    String bot = command.group("bot");
    boolean isMeant =
        bot == null
            ? isPrivate(message) || repliesTo != null || name.equals(ASK)
            : bot.equalsIgnoreCase(self.name());
    String rest = Objects.requireNonNullElse(message.getText(), message.getCaption());
    return isMeant
        ? Optional.of(
            new Addressed(
                name,
                words(self.mention().matcher(rest.substring(command.end())).replaceAll(" ")),
                repliesTo))
        : Optional.empty();
  }

  private static String words(String text) {
    return LEFT_OVER.matcher(text).replaceAll("");
  }

  static boolean isPrivate(Message message) {
    return !Pacing.isGroup(message.getChatId());
  }

  /** In a forum every message replies to the one by which the topic was made. */
  private static @Nullable Integer repliesTo(Message message, BotIdentity self) {
    Message other = message.getReplyToMessage();
    return other != null && self.is(other.getFrom()) && other.getForumTopicCreated() == null
        ? other.getMessageId()
        : null;
  }

  /** Bots without a user name are mentioned by their id. */
  private static boolean isMentioned(Message message, BotIdentity self) {
    return Stream.of(entities(message::getEntities), entities(message::getCaptionEntities))
        .flatMap(List::stream)
        .filter(entity -> EntityType.TEXTMENTION.equals(entity.getType()))
        .map(MessageEntity::getUser)
        .anyMatch(self::is);
  }

  /** None, where one of them goes beyond the text: telegrambots cuts each out of it. */
  private static List<MessageEntity> entities(Supplier<@Nullable List<MessageEntity>> ofMessage) {
    try {
      return Objects.requireNonNullElse(ofMessage.get(), List.of());
    } catch (IndexOutOfBoundsException e) {
      return List.of();
    }
  }
}
