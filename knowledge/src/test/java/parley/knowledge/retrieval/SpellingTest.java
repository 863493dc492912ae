package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

class SpellingTest {
  private static final String TEXT = "Nurses rallied in Helsinki before the strike, Iraq did not";

  @ParameterizedTest
  @CsvSource({"Helsinky,helsinki", "Helsniki,helsinki", "striek,strike", "strikes,strike"})
  void aSlipIsForgiven(String asked, String stem) {
    assertThat(mended(asked)).isIn(stem, Terms.of(stem).get(0).stem());
  }

  @ParameterizedTest
  @CsvSource({"Iran", "elsinki", "Hamburg", "1905"})
  void anotherWordStaysAsItIs(String asked) {
    assertThat(mended(asked)).isEqualTo(Terms.of(asked).get(0).stem());
  }

  @Test
  void aWordThatPassagesHoldIsLeftAlone() {
    Set<String> found = Set.of("strike");
    FixedStatistics statistics = FixedStatistics.of(List.of("stroke"));
    assertThat(Spelling.mend(Terms.of("stroke"), found, statistics))
        .extracting(Term::stem)
        .containsExactly("stroke");
  }

  private static String mended(String asked) {
    Set<String> found = ParagraphText.stems(Terms.of(TEXT));
    return Spelling.mend(Terms.of(asked), found, FixedStatistics.of(List.of(TEXT))).get(0).stem();
  }
}
