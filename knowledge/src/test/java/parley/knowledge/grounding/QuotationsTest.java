package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {

  private static final String SAID =
      Quotations.folded("Allies would “make concrete commitments” to protect Ukraine, he’s said.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "He spoke of “concrete commitments.” | true",
        "He spoke of \"Concrete commitments\" and “protect”. | true",
        "It is to “make … commitments”. | true",
        "It is to “make [firm] commitments”. | true",
        "It is to “make concrete promises”. | false",
        "It is to “commitments … concrete”. | false",
        "It is to “make concrete commit”. | false",
        "Nothing is quoted. | true",
        "An empty “…” quotation. | true",
      })
  void knowsWhetherQuotedWordsStandInAText(String statement, boolean stand) {
    assertThat(Quotations.in(statement).allMatch(parts -> Quotations.standIn(SAID, parts)))
        .isEqualTo(stand);
  }
}
