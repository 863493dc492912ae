package parley.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import parley.bot.telegram.CallbackData.AskNext;
import parley.bot.telegram.CallbackData.Rate;
import parley.bot.telegram.CallbackData.ShowPassage;
import parley.knowledge.Answer;

/** The buttons under an answer: its passages, thumbs, and what to ask next. */
final class AnswerKeyboard {

  private static final int MOST_PASSAGES = 24;
  private static final int PASSAGES_A_ROW = 3;
  private static final int MOST_SUGGESTIONS = 3;

  private AnswerKeyboard() {}

  /** The keyboard, or null where the answer needs none. */
  static @Nullable InlineKeyboardMarkup of(String id, Answer answer, Phrases phrases) {
    Keyboard keyboard = new Keyboard().rows(passages(id, answer, phrases), PASSAGES_A_ROW);
    if (!answer.citations().isEmpty()) {
      keyboard.row(
          Keyboard.button("👍", new Rate(id, true)), Keyboard.button("👎", new Rate(id, false)));
    }
    return keyboard.rows(suggestions(id, answer.suggestions(), phrases), 1).build();
  }

  private static List<InlineKeyboardButton> passages(String id, Answer answer, Phrases phrases) {
    return answer.citations().stream()
        .limit(MOST_PASSAGES)
        .map(
            citation ->
                Keyboard.button(
                    phrases.text("button.passage", citation.number()),
                    new ShowPassage(id, citation.number())))
        .toList();
  }

  private static List<InlineKeyboardButton> suggestions(
      String id, List<String> suggestions, Phrases phrases) {
    List<InlineKeyboardButton> buttons = new ArrayList<>();
    for (String suggestion : suggestions.stream().limit(MOST_SUGGESTIONS).toList()) {
      String label = phrases.text("button.ask-next", suggestion);
      buttons.add(Keyboard.button(label, new AskNext(id, buttons.size())));
    }
    return buttons;
  }
}
