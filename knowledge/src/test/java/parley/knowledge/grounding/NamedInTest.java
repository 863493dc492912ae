package parley.knowledge.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedInTest {

  private static final NamedIn REPORT =
      new NamedIn(
          "Macron’s office said the U.S. delegation, with Steve Witkoff, would meet Volodymyr"
              + " Zelenskyy of the “coalition of the willing” in Iran or Europe. Twelve Vellanders"
              + " of the Union of Transport Workers were there, and the WHO.",
          Set.of("nobody", "washington", "talks", "whereas", "roughly", "between")::contains);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Emmanuel spoke in vain of peace. | emmanuel",
        "Macron spoke of peace. | ''",
        "The US sent Witkoff. | ''",
        "Washington sent Mr. Witkoff. | ''",
        "The Americans sent an envoy. | ''",
        "President Zelensky came. | ''",
        "The Coalition of the Willing met. | ''",
        "They met Rubio. | rubio",
        "It met in Iraq. | iraq",
        "Nobody is named. | ''",
        "Whereas Witkoff came, Rubio stayed away. | rubio",
        "Between Iran and Europe there is Turkey. | turkey",
        "Talks resumed. | ''",
        "Berlin sent Mr. Witkoff. | berlin",
        "European leaders met Witkoff’s team. | ''",
        "They are from Velland. | ''",
        "The UTW was there. | ''",
        "The World Health Organization was there. | ''",
        "An Iran-based firm was there. | ''",
      })
  void findsTheNamesThatAreMissing(String statement, String missing) {
    String[] words = missing.isEmpty() ? new String[0] : missing.split(" ");

    assertThat(REPORT.missingOf(statement)).isEqualTo(Arrays.asList(words));
  }

  @Test
  void doubtsAFirstWordThatNoNameFollows() {
    assertThat(NamedIn.isDoubtful("detours", "Detours take eight days.")).isTrue();
    assertThat(NamedIn.isDoubtful("hank", "Hank Dubois came.")).isFalse();
    assertThat(NamedIn.isDoubtful("rubio", "They met Rubio.")).isFalse();
  }
}
