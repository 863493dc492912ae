package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.Terms;

class OppositesTest {

  @ParameterizedTest
  @CsvSource({
    "increased, fall, true",
    "fell, rises, true",
    "accepted, rejects, true",
    "before, after, true",
    "praised, criticised, true",
    "rejected, refused, false",
    "ships, boats, false",
  })
  void knowsWordsThatTurnAStatementRound(String word, String other, boolean opposite) {
    assertThat(Opposites.are(stem(word), stem(other))).isEqualTo(opposite);
    assertThat(Opposites.are(stem(other), stem(word))).isEqualTo(opposite);
  }

  private static String stem(String word) {
    return Terms.of(word).get(0).stem();
  }
}
