package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {

  private static final String REPORT =
      "The fleet of 12 ships sailed from the harbour of Lindholm at dawn on Tuesday with all its men"
          + " on board, and nobody on the quay knew when it would be back, the harbour master told"
          + " the council of the town in a letter that was read out in the evening.";

  @ParameterizedTest
  @CsvSource({
    "Lindholm, Lindholm, true",
    "dawn, daybreak, true",
    "12, 13, false",
    "'with all its men on board, and nobody on the quay knew when it would be back, the harbour', 'and the', false"
  })
  void knowsACopyByItsWords(String words, String others, boolean copy) {
    Shingles one = Shingles.of(REPORT);
    Shingles other =
        Shingles.of(
            REPORT.toLowerCase(Locale.ROOT).replace(words.toLowerCase(Locale.ROOT), others));

    assertThat(one.isCopyOf(Shingles.of(other.bytes()))).isEqualTo(copy);
  }

  @Test
  void takesNoFewWordsForACopy() {
    assertThat(Shingles.of("The end of it.").isCopyOf(Shingles.of("The end of it."))).isFalse();
  }
}
