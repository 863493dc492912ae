package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExcerptTest {

  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @ParameterizedTest
  @CsvSource({
    "They meet in Paris, 18, They meet in Paris",
    "They meet in Paris, 17, They meet in…",
    "They meet in Paris, 13, They meet in…",
    "They meet in Paris, 12, They meet…",
    "Aggressionsverbrechen, 8, Aggress…",
    "a Aggressionsverbrechen, 8, a Aggre…",
    "meet, 1, …"
  })
  void cutsTheEndOffAtAWord(String text, int most, String beginning) {
    assertThat(Excerpt.beginning(text, most)).isEqualTo(beginning);
  }

  @ParameterizedTest
  @CsvSource({
    "They meet in Paris, 18, They meet in Paris",
    "They meet in Paris, 17, …meet in Paris",
    "They meet in Paris, 14, …meet in Paris",
    "They meet in Paris, 13, …in Paris",
    "Aggressionsverbrechen, 8, …brechen",
    "meet, 1, …"
  })
  void cutsTheBeginningOffAtAWord(String text, int most, String end) {
    assertThat(Excerpt.end(text, most)).isEqualTo(end);
  }

  @Test
  void leavesAFamilyTogether() {
    assertThat(FAMILY).hasSize(11);
    assertThat(Excerpt.beginning("Oh" + FAMILY + FAMILY, 20)).isEqualTo("Oh" + FAMILY + "…");
    assertThat(Excerpt.end(FAMILY + FAMILY + "Oh", 20)).isEqualTo("…" + FAMILY + "Oh");
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsToTheLimitWhateverTheText(int seed) {
    Random random = new Random(seed);
    String text = RandomText.of(random, 80);
    int most = 1 + random.nextInt(60);
    assertThat(Excerpt.beginning(text, most).length()).isLessThanOrEqualTo(Math.max(most, 1));
    assertThat(Excerpt.end(text, most).length()).isLessThanOrEqualTo(Math.max(most, 1));
    assertThat(CleanText.of(Excerpt.beginning(text, most))).doesNotContain("\uFFFD");
    assertThat(CleanText.of(Excerpt.end(text, most))).doesNotContain("\uFFFD");
  }
}
