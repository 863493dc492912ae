package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Turn;

class FollowUpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How many ships will there be? | 35. | How many of them are ferries? | How many of ships are ferries?
          Who built the first lock? | A team. | How would the town strengthen it? | How would the town strengthen built first lock?
          Is Oslo a port? | Yes. | What about Bergen? | Is Bergen a port?
          When do the crews meet? | On Tuesday. | And where? | where do the crews meet?
          When do the crews meet? | On Tuesday. | Why? | Why do the crews meet?
          What did Berg write? | That all went well. | When did he post that? | When did Berg post that?
          Who was to lead the crew? | The office named Captain Ida Berg. | Why did she leave? | Why did Captain Ida Berg leave?
          Who leads the crew? | Berg. | Will Hansen be there? | Will Hansen be leads crew?
          Did Berg promise money? | Yes. | When did she say so? | When did Berg say so?
          """)
  void bringsInWhatWasSpokenOf(String before, String answer, String question, String standalone) {
    assertThat(FollowUp.standalone(question, List.of(new Turn(before, answer))))
        .isEqualTo(standalone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When do the crews meet? | What does Norway want from Denmark?
          What does Norway fear? | Did Berg say that the town would pay?
          Who leads the crew? | Is there any cake left?
          Who leads the crew? | Are ferries planned?
          """)
  void leavesAQuestionThatStandsAlone(String before, String question) {
    assertThat(FollowUp.standalone(question, List.of(new Turn(before, "Yes."))))
        .isEqualTo(question);
  }

  @Test
  void followsAChain() {
    List<Turn> turns =
        List.of(new Turn("Is Oslo a port?", "Yes."), new Turn("What about Bergen?", "Yes."));

    assertThat(FollowUp.standalone("And Skagen?", turns)).isEqualTo("Is Skagen a port?");
  }
}
