package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextSplitterTest {

  @Test
  void leavesAShortTextWhole() {
    assertThat(TextSplitter.split("They meet in Paris. [1]", 100))
        .containsExactly("They meet in Paris. [1]");
    assertThat(TextSplitter.split("  ", 100)).isEmpty();
  }

  @Test
  void likesParagraphsBest() {
    assertThat(TextSplitter.split("One two. Three.\n\nFour five six seven. Eight.", 30))
        .containsExactly("One two. Three.", "Four five six seven. Eight.");
  }

  @Test
  void thenSentencesButNotBeforeAMarker() {
    assertThat(TextSplitter.split("They meet in Paris. [1] Macron is the host. [2]", 30))
        .containsExactly("They meet in Paris. [1]", "Macron is the host. [2]");
    assertThat(TextSplitter.split("They meet in Paris. [1] Macron is host. [2]", 20))
        .containsExactly("They meet in", "Paris. [1]", "Macron is host. [2]");
  }

  @Test
  void thenWords() {
    assertThat(TextSplitter.split("one two three four five", 12))
        .containsExactly("one two", "three four", "five");
  }

  @Test
  void neverWithinAnAddressAnEscapeOrASurrogatePair() {
    assertThat(TextSplitter.split("See https://example.org/a now", 22))
        .containsExactly("See", "https://example.org/a", "now");
    assertThat(TextSplitter.split("aaaaaaaa&amp;bbbb", 10))
        .containsExactly("aaaaaaaa", "&amp;bbbb");
    assertThat(TextSplitter.split("aaa😀bbb", 4)).containsExactly("aaa", "😀bb", "b");
  }

  @Test
  void aLessThanSignIsNoLink() {
    assertThat(TextSplitter.split("3 < 4 and then 5 > 4", 12))
        .containsExactly("3 < 4 and", "then 5 > 4");
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNothingAndKeepsToTheLimit(int seed) {
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      words.add(word(random));
    }
    String text = String.join(" ", words);
    List<String> parts = TextSplitter.split(text, 60);

    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(1, 60));
    assertThat(String.join(" ", parts)).isEqualTo(text);
  }

  private static String word(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "https://example.org/" + random.nextInt(99);
      case 1 -> "[" + random.nextInt(9) + "]";
      case 2 -> "end.";
      case 3 -> "a&amp;b";
      default -> "word".repeat(1 + random.nextInt(3));
    };
  }
}
