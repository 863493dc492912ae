package parley.bot.telegram;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/** Answers to render, and the buttons of the result as lines to read. */
final class Answered {

  static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

  static final Source NPR =
      new Source(
          "npr",
          "Allies meet in Paris",
          "NPR",
          LocalDate.of(2026, 1, 6),
          "https://example.org/paris?a=1&b=2",
          "en",
          9);
  static final Source NOTES = new Source("notes", "Notes & <drafts>", null, null, null, null, 3);

  private Answered() {}

  static Answer answered(String text, Citation... citations) {
    return answer(Outcome.ANSWERED, text, List.of(citations), List.of(), "en");
  }

  static Answer answer(Outcome outcome, String text, String language) {
    return answer(outcome, text, List.of(), List.of(), language);
  }

  static Answer answer(
      Outcome outcome,
      String text,
      List<Citation> citations,
      List<String> suggestions,
      String language) {
    return new Answer(
        "Who meets?", outcome, text, List.of(), citations, suggestions, language, Duration.ZERO);
  }

  static Citation citation(int number, Source source, int paragraph, String quote) {
    return new Citation(number, source, paragraph, quote);
  }

  /** A line for each row: each button's label and what it carries. */
  static String buttons(@Nullable InlineKeyboardMarkup keyboard) {
    return keyboard == null
        ? ""
        : keyboard.getKeyboard().stream()
            .map(
                row ->
                    row.stream()
                        .map(button -> button.getText() + " → " + button.getCallbackData())
                        .collect(Collectors.joining(" | ")))
            .collect(Collectors.joining("\n"))
            .replace(ID, "ID");
  }
}
