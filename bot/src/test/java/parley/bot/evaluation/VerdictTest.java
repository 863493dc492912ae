package parley.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import parley.knowledge.Question;

class VerdictTest {

  @Test
  void readsWhatARightAnswerHolds() throws IOException {
    ExpectedAnswer expected =
        expected(
            """
            {"id":"a","kind":"fact","answers":["Witkoff|Steve","Kushner"],
             "supports":{"report":["two envoys"],"briefing":["both envoys"]}}
            """);

    assertThat(expected.isAnswerable()).isTrue();
    assertThat(expected.isHeldBy("STEVE and kushner go.")).isTrue();
    assertThat(expected.isHeldBy("Steve goes alone.")).isFalse();
    assertThat(expected.isSupportedBy("He sent both envoys.")).isTrue();
    assertThat(expected.isSupportedBy("He sent nobody.")).isFalse();
  }

  @Test
  void takesAQuestionWithoutKeysForUnanswerable() throws IOException {
    assertThat(expected("{\"id\":\"a\",\"kind\":\"far\"}").isAnswerable()).isFalse();
  }

  private static ExpectedAnswer expected(String json) throws IOException {
    return ExpectedAnswer.of(new ObjectMapper().readTree(json), Question.of("Who?"));
  }
}
