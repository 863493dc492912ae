package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<@U0BOT> Who leads?               | Who leads?",
        "Who leads, <@U0BOT>?              | Who leads, ?",
        "<@U0BOT>                          | ''",
        "What of <#C1~general>?            | What of #general?",
        "see <https://example.org/a~here>  | see here",
        "see <https://example.org/a>       | see https://example.org/a",
        "<!channel> who leads?             | who leads?",
        "<!date^1392734382^{date}~Tuesday> | Tuesday",
        "Is 3 &lt; 4 &amp; 5 &gt; 4?       | Is 3 < 4 & 5 > 4?",
        "&amp;lt;                          | &lt;",
      })
  void readsWhatAPersonWrote(String markup, String text) {
    // a bar in the markup is a tilde here, since the bar parts the columns
    assertThat(SlackText.plain(markup.replace('~', '|'))).isEqualTo(text);
  }

  @Test
  void escapesWhatWouldPing() {
    assertThat(SlackText.escape("<!channel> & <@U1>"))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  }

  @Test
  void linksOnlyToTheWeb() {
    assertThat(SlackText.link("https://example.org/a?b=1&c=2", "[1]"))
        .isEqualTo("<https://example.org/a?b=1&amp;c=2|[1]>");
    assertThat(SlackText.link("https://example.org/a|b>c", "[1]"))
        .isEqualTo("<https://example.org/a%7Cb%3Ec|[1]>");
    assertThat(SlackText.link("javascript:alert(1)", "[1]")).isEqualTo("[1]");
    assertThat(SlackText.link("https://example.org/ <!channel>", "[1]")).isEqualTo("[1]");
    assertThat(SlackText.link(null, "[1]")).isEqualTo("[1]");
  }

  @Test
  void shortensAtAWord() {
    assertThat(SlackText.shorten("The Paris meeting", 17)).isEqualTo("The Paris meeting");
    assertThat(SlackText.shorten("The Paris meeting", 16)).isEqualTo("The Paris…");
    assertThat(SlackText.shorten("Donaudampfschifffahrt", 10)).isEqualTo("Donaudamp…");
    assertThat(SlackText.shorten("😀😀😀", 4)).isEqualTo("😀…");
  }
}
