package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "35 < 40 & 50 > 40         | 35 &lt; 40 &amp; 50 &gt; 40",
        "<b>bold</b>               | &lt;b&gt;bold&lt;/b&gt;",
        "&lt;                      | &amp;lt;",
        "“quotes” \"stay\" as's    | “quotes” \"stay\" as's",
        "שלום, העולם               | שלום, העולם",
        "مرحبا بالعالم             | مرحبا بالعالم",
        "press@elysee.fr and/or 1/2| press@elysee.fr and/or 1/2"
      })
  void showsMarkupAsItWasWritten(String text, String html) {
    assertThat(HtmlText.escape(text)).isEqualTo(html);
  }

  @Test
  void takesOutWhatTurnsTheTextAround() {
    assertThat(HtmlText.escape("\u202Eevil\u202C and \u2066isolated\u2069 \u202Aleft\u202C"))
        .isEqualTo("evil and isolated left");
    assertThat(HtmlText.escape("שלום\u200F!")).isEqualTo("שלום\u200F!");
  }

  @Test
  void takesOutControlCharactersAndHalvesOfPairs() {
    assertThat(HtmlText.escape("a\u0000b\tc\u001Bd\u0085e\r\nf\u2028g\uFEFFh"))
        .isEqualTo("a b c d\ne\nf\ngh");
    assertThat(HtmlText.escape("broken \uD83D emoji 😀")).isEqualTo("broken \uFFFD emoji 😀");
  }

  @Test
  void pingsNobodyAndOffersNoCommand() {
    assertThat(HtmlText.escape("@all, ask @Macron: /forget"))
        .isEqualTo("@\u2060all, ask @\u2060Macron: /\u2060forget");
    assertThat(HtmlText.own("/forget & @parley_bot")).isEqualTo("/forget &amp; @parley_bot");
  }

  @Test
  void linksToTheWeb() {
    assertThat(HtmlText.link("https://example.org/a?b=1&c=\u00e9", "<b>A</b>"))
        .isEqualTo("<a href=\"https://example.org/a?b=1&amp;c=%C3%A9\"><b>A</b></a>");
    assertThat(HtmlText.link(" HTTP://EXAMPLE.ORG ", "A"))
        .isEqualTo("<a href=\"HTTP://EXAMPLE.ORG\">A</a>");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<b>",
        "tg://user?id=1",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "//example.org/a",
        "https:example.org",
        "https://",
        "https://example.org/\"onclick=",
        "https://example.org/<b>",
        "https://exa mple.org/"
      })
  void showsTheLabelAloneWhereTheAddressIsNoneOfTheWeb(String url) {
    assertThat(HtmlText.link(url, "A")).isEqualTo("A");
  }

  @Test
  void anAddressThatTelegramWouldRefuseIsNotLinked() {
    String longest = "https://example.org/" + "a".repeat(980);
    assertThat(HtmlText.link(longest, "A")).startsWith("<a href=");
    assertThat(HtmlText.link(longest + "a", "A")).isEqualTo("A");
  }

  @Test
  void quotesAnAttribute() {
    assertThat(HtmlText.attribute("a\"b<c>&d'")).isEqualTo("a&quot;b&lt;c&gt;&amp;d'");
  }
}
