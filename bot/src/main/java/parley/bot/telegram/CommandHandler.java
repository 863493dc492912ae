package parley.bot.telegram;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Chat;
import parley.bot.chat.Language;

/** What happens when somebody gives a command that is no question. */
final class CommandHandler {

  private final Chat chat;
  private final BotIdentity self;
  private final Speaker speaker;
  private final AskedMessages asked;

  CommandHandler(Chat chat, BotIdentity self, Speaker speaker, AskedMessages asked) {
    this.chat = chat;
    this.self = self;
    this.speaker = speaker;
    this.asked = asked;
  }

  /**
   * Does what is commanded and says so.
   *
   * @param message the message with the command
   */
  void run(Asker asker, Addressed command, int message) {
    switch (command.command()) {
      case "start" -> say(asker, message, () -> start(asker));
      case "help" -> say(asker, message, () -> help(asker));
      case "sources" ->
          say(
              asker,
              message,
              () -> SourcesPage.of(chat.documents(asker.place()).linked(), 0, asker.phrases()));
      case "language" -> language(asker, message, command.text());
      case "privacy" ->
          say(asker, message, () -> Notices.privacy(chat.people().keepDays(), asker.phrases()));
      case "forget" -> forget(asker, message);
      default -> say(asker, message, () -> plain(asker, "command-unknown"));
    }
  }

  private TelegramMessage start(Asker asker) {
    return asker.spot().isGroup()
        ? plain(asker, "start.group")
        : Notices.start(chat.starters(asker.place()), asker.phrases());
  }

  private TelegramMessage help(Asker asker) {
    return asker.spot().isGroup()
        ? Notices.groupHelp(self.name(), asker.phrases())
        : Notices.help(self.name(), asker.phrases());
  }

  private void language(Asker asker, int message, String wanted) {
    Optional<Language> language = Language.of(wanted);
    if (language.isEmpty()) {
      say(asker, message, () -> LanguageMenu.of(asker.phrases()));
      return;
    }
    chat.people().chooseLanguage(asker.person(), language.get().code());
    Phrases phrases = Phrases.of(language.get());
    say(asker, message, () -> TelegramMessage.plain(phrases.text("language.chosen")));
  }

  private void forget(Asker asker, int message) {
    int rows = chat.people().forget(asker.person());
    asked.forget(asker.person());
    say(asker, message, () -> Notices.forgotten(rows, asker.phrases()));
  }

  private static TelegramMessage plain(Asker asker, String phrase) {
    return TelegramMessage.plain(asker.phrases().text(phrase));
  }

  private void say(Asker asker, int message, Supplier<TelegramMessage> words) {
    @Nullable Integer replyTo = asker.spot().isGroup() ? message : null;
    speaker.say(asker, replyTo, words);
  }
}
