package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.bot.chat.Json;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

class TerminalAnswerTest {

  private static final Source COPY =
      new Source("daily", "Ships!", "The Daily", null, null, null, 2);

  @Test
  void namesPageAndCopiesOfACitation() {
    Source source =
        new Source(
            "harbour",
            "The harbour",
            "Port Office",
            LocalDate.of(2025, 3, 4),
            null,
            null,
            9,
            "Ada Byron");
    Answer answer =
        new Answer(
            "When?",
            Outcome.ANSWERED,
            "Ships come at dawn. [1]",
            List.of(),
            List.of(new Citation(1, source, 7, "Ships come at dawn.", 3, List.of(COPY))),
            List.of(),
            "en",
            Duration.ZERO);

    assertThat(TerminalAnswer.of(answer))
        .isEqualTo(
            """
            Ships come at dawn. [1]

              [1] The harbour · Ada Byron · Port Office · 4 March 2025 · harbour p. 3 ¶7 · also in: The Daily""");
    assertThat(Json.answer(null, answer))
        .contains("\"paragraph\":7")
        .contains(
            "\"page\":3", "\"also_in\":[\"daily\"]", "\"also_in_publications\":[\"The Daily\"]");
  }
}
