package parley.knowledge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.language.Language;
import parley.knowledge.language.Wording;

class QuestionTextTest {

  private static final Wording ENGLISH = new Wording(Language.ENGLISH);

  @Test
  void takesOutWhatCannotBeSeen() {
    assertThat(QuestionText.clean("  Who\u0000\u202E leads\n\tthe \u200Bteam?  "))
        .isEqualTo("Who leads the team?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\u0007\u0000", "\u200B"})
  void saysThatAQuestionIsEmpty(String typed) {
    assertThat(QuestionText.complaint(QuestionText.clean(typed), ENGLISH))
        .contains("Your question is empty: type what you would like to know.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀😀😀", "???", "…"})
  void asksForWords(String typed) {
    assertThat(QuestionText.complaint(QuestionText.clean(typed), ENGLISH))
        .contains("I cannot read a question in that: please ask it in words.");
  }

  @Test
  void asksForAShorterQuestion() {
    assertThat(QuestionText.complaint("a".repeat(10_000), ENGLISH))
        .contains(
            "Your question has 10,000 characters, and I read at most 2,000: please ask it"
                + " shorter.");
  }

  @Test
  void takesAnyLanguage() {
    assertThat(QuestionText.complaint("Хто очолює делегацію?", ENGLISH)).isEmpty();
  }
}
