package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.telegram.Answered.NOTES;
import static parley.bot.telegram.Answered.NPR;
import static parley.bot.telegram.Answered.citation;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Citation;
import parley.knowledge.Paragraph;

class PassageMessageTest {

  private static final Phrases ENGLISH = Phrases.in("en");

  @Test
  void showsTheParagraphWithTheQuoteInBold() {
    TelegramMessage message =
        PassageMessage.of(
            citation(2, NPR, 3, "Macron <hosts>."),
            paragraph("Leaders meet. Macron <hosts>. They & others speak."),
            ENGLISH);
    assertThat(message.html())
        .isEqualTo(
            """
            [2] <a href="https://example.org/paris?a=1&amp;b=2">Allies meet in Paris</a> · NPR · 6 January 2026 · paragraph 3

            <blockquote>Leaders meet. <b>Macron &lt;hosts&gt;.</b> They &amp; others speak.</blockquote>""");
    assertThat(message.keyboard()).isNull();
  }

  @Test
  void showsTheQuoteAloneWhereTheParagraphIsAnotherNow() {
    String expected =
        """
        [1] Notes &amp; &lt;drafts&gt; · paragraph 3

        The document has changed since. This is what it said:
        <blockquote><b>Macron hosts.</b></blockquote>""";
    Citation citation = citation(1, NOTES, 3, "Macron hosts.");
    assertThat(PassageMessage.of(citation, paragraph("Something else."), ENGLISH).html())
        .isEqualTo(expected);
    assertThat(PassageMessage.of(citation, Optional.empty(), ENGLISH).html()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 400, 1_000})
  void aLongParagraphIsCutAroundTheQuote(int sentences) {
    String around = "Words are said here. ".repeat(1_000);
    String quote = "This is what was quoted from it. ".repeat(sentences).strip();
    TelegramMessage message =
        PassageMessage.of(
            citation(1, NPR, 3, quote), paragraph(around + quote + " " + around), ENGLISH);
    String seen = Jsoup.parse(message.html()).wholeText();
    assertThat(seen.length()).isBetween(3_000, HtmlSplitter.MESSAGE);
    assertThat(seen)
        .contains("\n\n…", "Words are said here. This is what was quoted")
        .endsWith("…");
    assertThat(HtmlSplitter.split(message.html())).containsExactly(message.html());
  }

  private static Optional<Paragraph> paragraph(String text) {
    return Optional.of(new Paragraph(3, null, text));
  }
}
