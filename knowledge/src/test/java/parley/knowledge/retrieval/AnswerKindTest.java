package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who wrote the treaty? | PERSON",
        "By whom was it signed? | PERSON",
        "Which minister resigned? | PERSON",
        "What is the name of the envoy? | PERSON",
        "When did it end? | TIME",
        "In what year did it end? | YEAR",
        "At what time does it start? | CLOCK",
        "How much money did they pay? | MONEY",
        "What did the envoy say about it? | SPEECH",
        "Where do they meet? | PLACE",
        "From which country did they come? | PLACE",
        "How many came? | QUANTITY",
        "What percentage voted? | QUANTITY",
        "how long does it last | QUANTITY",
        "Why did they leave? | REASON",
        "What was the main reason? | REASON",
        "How do they agree? | MANNER",
        "What are the conditions? | LIST",
        "List the conditions | LIST",
        "Is it over? | YES_OR_NO",
        "Did they agree who pays? | YES_OR_NO",
        "What did they sign? | OTHER",
        "treaty conditions | OTHER"
      })
  void theFormTellsWhatIsAskedFor(String question, AnswerKind kind) {
    assertThat(AnswerKind.of(question)).isEqualTo(kind);
  }
}
