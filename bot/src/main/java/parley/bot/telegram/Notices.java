package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import parley.bot.chat.Starter;
import parley.bot.telegram.CallbackData.AskStarter;

/** The longer messages in which the bot speaks of itself. */
final class Notices {

  private Notices() {}

  /**
   * The greeting in a chat of two.
   *
   * @param starters questions to begin with; may be empty
   */
  static TelegramMessage start(List<Starter> starters, Phrases phrases) {
    String greeting = phrases.text("start");
    String html =
        HtmlText.own(
            starters.isEmpty() ? greeting : greeting + "\n\n" + phrases.text("start.begin"));
    return new TelegramMessage(html, new Keyboard().rows(buttons(starters), 1).build());
  }

  private static List<InlineKeyboardButton> buttons(List<Starter> starters) {
    List<InlineKeyboardButton> buttons = new ArrayList<>();
    for (Starter starter : starters) {
      buttons.add(Keyboard.button(starter.title(), new AskStarter(buttons.size())));
    }
    return buttons;
  }

  /** What the bot can do in a chat of two. */
  static TelegramMessage help(String botName, Phrases phrases) {
    return TelegramMessage.plain(
        String.join(
            "\n\n",
            phrases.text("help"),
            Commands.described(Commands.PRIVATE, phrases),
            phrases.text("help.groups", botName),
            phrases.text("help.inline", botName)));
  }

  /** What the bot can do in a group. */
  static TelegramMessage groupHelp(String botName, Phrases phrases) {
    return TelegramMessage.plain(
        String.join(
            "\n\n",
            phrases.text("help"),
            phrases.text("help.groups", botName),
            Commands.described(Commands.GROUPS, phrases)));
  }

  /**
   * What is kept of a person.
   *
   * @param days for how long, at least 1
   */
  static TelegramMessage privacy(int days, Phrases phrases) {
    return TelegramMessage.plain(phrases.text("privacy", days));
  }

  /**
   * What {@code /forget} has done.
   *
   * @param rows how many entries were deleted, at least 0
   */
  static TelegramMessage forgotten(int rows, Phrases phrases) {
    return TelegramMessage.plain(
        rows == 0 ? phrases.text("forgotten.none") : phrases.text("forgotten", rows));
  }
}
