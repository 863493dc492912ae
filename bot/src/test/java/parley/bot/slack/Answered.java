package parley.bot.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.slack.api.util.json.GsonFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

/** Answers to render, and what Slack's client makes of the result. */
final class Answered {

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

  private static final Gson SLACK = GsonFactory.createSnakeCase();
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Answered() {}

  static Answer answered(String text, Citation... citations) {
    return answer(Outcome.ANSWERED, text, List.of(citations), List.of());
  }

  static Answer notInSources(String... topics) {
    return answer(Outcome.NOT_IN_SOURCES, "The documents do not say.", List.of(), List.of(topics));
  }

  static Answer answer(
      Outcome outcome, String text, List<Citation> citations, List<String> suggestions) {
    return new Answer(
        "Who meets?", outcome, text, List.of(), citations, suggestions, "en", Duration.ZERO);
  }

  static Citation citation(int number, Source source, int paragraph, @Nullable String quote) {
    return new Citation(number, source, paragraph, quote == null ? "a quote" : quote);
  }

  /** As it goes over the wire, set out for reading. */
  static String json(Object blocks) {
    return PRETTY.toJson(SLACK.fromJson(SLACK.toJson(blocks), JsonElement.class));
  }
}
