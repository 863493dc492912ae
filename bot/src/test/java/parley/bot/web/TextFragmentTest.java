package parley.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFragmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://e.org/a     | 35 people, at-least         | https://e.org/a#:~:text=35%20people%2C%20at%2Dleast
          https://e.org/a?b=1 | Це «важливо»                | https://e.org/a?b=1#:~:text=%D0%A6%D0%B5%20%C2%AB%D0%B2%D0%B0%D0%B6%D0%BB%D0%B8%D0%B2%D0%BE%C2%BB
          https://e.org/a#top | one & two                   | https://e.org/a#top:~:text=one%20%26%20two
          https://e.org/a     | a b c d e f g h i j k l m n | https://e.org/a#:~:text=a%20b%20c%20d%20e,j%20k%20l%20m%20n
          """)
  void leadsToTheWords(String url, String words, String address) {
    assertThat(TextFragment.of(url, words)).contains(address);
  }

  @Test
  void readsAcrossLines() {
    assertThat(TextFragment.of("https://e.org", "they are:\n- one;"))
        .contains("https://e.org#:~:text=they%20are%3A%20%2D%20one%3B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "/etc/passwd", "https://a b", ""})
  void leadsNowhereButToTheWeb(String url) {
    assertThat(TextFragment.of(url, "words")).isEmpty();
    assertThat(TextFragment.of(null, "words")).isEmpty();
  }
}
