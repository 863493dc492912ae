package parley.bot.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import parley.bot.chat.Language;

/** The commands that Telegram offers to people while they type. */
final class Commands {

  /** In a chat of two. */
  static final List<String> PRIVATE =
      List.of("ask", "sources", "help", "language", "privacy", "forget", "start");

  /** Before others. */
  static final List<String> GROUPS = List.of("ask", "sources", "help", "language", "privacy");

  private Commands() {}

  /** What to register: for each scope, English for everybody, and each other language. */
  static List<SetMyCommands> registrations() {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                Stream.of(
                    registration(PRIVATE, new BotCommandScopeAllPrivateChats(), language),
                    registration(GROUPS, new BotCommandScopeAllGroupChats(), language)))
        .toList();
  }

  /** A line for each command: its name and what it does. */
  static String described(List<String> commands, Phrases phrases) {
    return commands.stream()
        .map(command -> "/" + command + " – " + description(command, phrases))
        .collect(Collectors.joining("\n"));
  }

  private static SetMyCommands registration(
      List<String> names, BotCommandScope scope, Language language) {
    Phrases phrases = Phrases.of(language);
    List<BotCommand> commands =
        names.stream().map(name -> new BotCommand(name, description(name, phrases))).toList();
    return new SetMyCommands(commands, scope, languageCode(language));
  }

  /** Without a code, the commands are those of everybody whose language has none of its own. */
  private static @Nullable String languageCode(Language language) {
    return language == Language.ENGLISH ? null : language.code();
  }

  private static String description(String command, Phrases phrases) {
    return phrases.text("command." + command);
  }
}
