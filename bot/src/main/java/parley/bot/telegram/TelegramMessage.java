package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * One message to send.
 *
 * @param html in the little HTML that Telegram reads, at most 4,096 characters to the eye; never
 *     blank
 * @param keyboard the buttons under it, where there are any
 */
record TelegramMessage(String html, @Nullable InlineKeyboardMarkup keyboard) {

  /** Spelt as documented: telegrambots' constant is not, and some servers tell them apart. */
  static final String PARSE_MODE = "HTML";

  TelegramMessage {
    Objects.requireNonNull(html, "html");
  }

  /** A message without buttons, of the bot's own words. */
  static TelegramMessage plain(String text) {
    return new TelegramMessage(HtmlText.own(text), null);
  }

  /** As many messages as it takes, the buttons under the last. */
  static List<TelegramMessage> split(String html, @Nullable InlineKeyboardMarkup keyboard) {
    List<TelegramMessage> messages = new ArrayList<>();
    for (String part : HtmlSplitter.split(html)) {
      messages.add(new TelegramMessage(part, null));
    }
    int last = messages.size() - 1;
    messages.set(last, new TelegramMessage(messages.get(last).html(), keyboard));
    return List.copyOf(messages);
  }
}
