package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTextTest {

  @Test
  void takesOutWhatCannotBeSeen() {
    assertThat(QuestionText.clean("  Who\u0000\u202E leads\n\tthe \u200Bteam?  "))
        .isEqualTo("Who leads the team?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\u0007\u0000", "\u200B"})
  void saysThatAQuestionIsEmpty(String typed) {
    assertThat(QuestionText.complaint(QuestionText.clean(typed)))
        .contains("Your question is empty: type what you would like to know.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀😀😀", "???", "…"})
  void asksForWords(String typed) {
    assertThat(QuestionText.complaint(QuestionText.clean(typed)))
        .contains("I cannot read a question in that: please ask it in words.");
  }

  @Test
  void asksForAShorterQuestion() {
    assertThat(QuestionText.complaint("a".repeat(10_000)))
        .contains(
            "Your question has 10,000 characters, and I read at most 2,000: please ask it"
                + " shorter.");
  }

  @Test
  void takesAnyLanguage() {
    assertThat(QuestionText.complaint("Хто очолює делегацію?")).isEmpty();
  }
}
