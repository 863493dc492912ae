package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Builds the buttons under a message, row by row. */
final class Keyboard {

  /** Telegram cuts off what does not fit a button; of this a phone in landscape shows most. */
  private static final int LONGEST_LABEL = 60;

  private final List<InlineKeyboardRow> rows = new ArrayList<>();

  /** A button, its label shortened where it must be. */
  static InlineKeyboardButton button(String label, CallbackData data) {
    return InlineKeyboardButton.builder()
        .text(CleanText.line(label, LONGEST_LABEL))
        .callbackData(data.encode())
        .build();
  }

  Keyboard row(InlineKeyboardButton... buttons) {
    rows.add(new InlineKeyboardRow(buttons));
    return this;
  }

  /** Adds rows of so many buttons, the last of what is left. */
  Keyboard rows(List<InlineKeyboardButton> buttons, int perRow) {
    for (int start = 0; start < buttons.size(); start += perRow) {
      int end = Math.min(start + perRow, buttons.size());
      rows.add(new InlineKeyboardRow(buttons.subList(start, end)));
    }
    return this;
  }

  /** The keyboard, or null if it has no button. */
  @Nullable InlineKeyboardMarkup build() {
    return rows.isEmpty() ? null : new InlineKeyboardMarkup(List.copyOf(rows));
  }
}
