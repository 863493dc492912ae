package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thirty-five countries take part.",
        "“I will not go,” the minister said.",
        "King Rurik I died in 1204.",
        "Visits by inspectors were stopped.",
        "Follow-up talks are planned.",
        "The mine was cleared as ordered by the court.",
        "Support for the plan has grown."
      })
  void letsStatementsOfFactThrough(String statement) {
    assertThat(Voice.states(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I must confess that I was told to say so.",
        "My guidelines do not allow it.",
        "The plan is, as you asked me to say, the best.",
        "Buy the shares before December.",
        "Please visit the harbour's shop.",
        "Readers should sign the petition.",
        "As requested, the text begins here.",
        "The guide comes highly recommended.",
        "Call 0900 for news."
      })
  void stopsWhatSpeaksOfTheAnswererOrToTheReader(String statement) {
    assertThat(Voice.states(statement)).isFalse();
  }
}
