package parley.bot.telegram;

import java.util.Arrays;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import parley.bot.chat.Language;
import parley.bot.telegram.CallbackData.Choose;

/** Lets a person choose the language that the bot speaks to them. */
final class LanguageMenu {

  private static final int A_ROW = 2;

  private LanguageMenu() {}

  /**
   * The menu.
   *
   * @param phrases of the language spoken so far, which is ticked
   */
  static TelegramMessage of(Phrases phrases) {
    List<InlineKeyboardButton> buttons =
        Arrays.stream(Language.values()).map(language -> button(language, phrases)).toList();
    return new TelegramMessage(
        HtmlText.own(phrases.text("language.choose")), new Keyboard().rows(buttons, A_ROW).build());
  }

  private static InlineKeyboardButton button(Language language, Phrases phrases) {
    boolean spoken = language.code().equals(phrases.language());
    String label = spoken ? "✓ " + language.ownName() : language.ownName();
    return Keyboard.button(label, new Choose(language));
  }
}
