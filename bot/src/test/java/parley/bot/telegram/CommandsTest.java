package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

class CommandsTest {

  @Test
  void registersEveryScopeInEveryLanguageEnglishForEverybodyElse()
      throws TelegramApiValidationException {
    List<SetMyCommands> registrations = Commands.registrations();
    assertThat(registrations)
        .extracting(
            registration -> registration.getScope().getType(), SetMyCommands::getLanguageCode)
        .containsExactly(
            tuple("all_private_chats", null),
            tuple("all_group_chats", null),
            tuple("all_private_chats", "uk"),
            tuple("all_group_chats", "uk"),
            tuple("all_private_chats", "fr"),
            tuple("all_group_chats", "fr"),
            tuple("all_private_chats", "de"),
            tuple("all_group_chats", "de"),
            tuple("all_private_chats", "pl"),
            tuple("all_group_chats", "pl"),
            tuple("all_private_chats", "ru"),
            tuple("all_group_chats", "ru"));
    for (SetMyCommands registration : registrations) {
      registration.validate();
    }
  }

  @Test
  void groupsAreOfferedWhatIsOfUseThere() {
    assertThat(Commands.registrations().get(3).getCommands())
        .extracting(BotCommand::getCommand, BotCommand::getDescription)
        .containsExactly(
            tuple("ask", "Поставити запитання"),
            tuple("sources", "Документи, за якими я відповідаю"),
            tuple("help", "Що я вмію"),
            tuple("language", "Вибрати мову спілкування"),
            tuple("privacy", "Що я зберігаю про Вас"));
  }

  @Test
  void aChatOfTwoIsOfferedEverything() {
    assertThat(Commands.registrations().get(0).getCommands())
        .extracting(BotCommand::getCommand)
        .containsExactly("ask", "sources", "help", "language", "privacy", "forget", "start");
  }
}
