package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.telegram.Answered.NOTES;
import static parley.bot.telegram.Answered.NPR;
import static parley.bot.telegram.Answered.buttons;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Source;

class SourcesPageTest {

  @Test
  void listsTheDocumentsWithDatesAndLinks() {
    TelegramMessage message = SourcesPage.of(List.of(NPR, NOTES), 0, Phrases.in("fr"));
    assertThat(message.html())
        .isEqualTo(
            """
            <b>Les documents dont je tire mes réponses</b>

            1. <a href="https://example.org/paris?a=1&amp;b=2">Allies meet in Paris</a> · NPR · 6 janvier 2026
            2. Notes &amp; &lt;drafts&gt;""");
    assertThat(message.keyboard()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1     | page 1 of 3 | 1. Document 1   | ▶ → s:1",
        "0      | page 1 of 3 | 1. Document 1   | ▶ → s:1",
        "1      | page 2 of 3 | 9. Document 9   | ◀ → s:0 | ▶ → s:2",
        "2      | page 3 of 3 | 17. Document 17 | ◀ → s:1",
        "999999 | page 3 of 3 | 17. Document 17 | ◀ → s:1"
      })
  void turnsPages(int page, String number, String first) {
    TelegramMessage message = SourcesPage.of(documents(20), page, Phrases.in("en"));
    assertThat(message.html())
        .startsWith("<b>The documents I answer from</b> · " + number + "\n\n" + first + "\n");
  }

  @Test
  void hasArrowsWhereThereIsAPage() {
    assertThat(arrows(20, 0)).isEqualTo("▶ → s:1");
    assertThat(arrows(20, 1)).isEqualTo("◀ → s:0 | ▶ → s:2");
    assertThat(arrows(20, 2)).isEqualTo("◀ → s:1");
    assertThat(arrows(8, 0)).isEmpty();
    assertThat(arrows(9, 0)).isEqualTo("▶ → s:1");
  }

  @Test
  void saysSoWhereThereIsNone() {
    assertThat(SourcesPage.of(List.of(), 0, Phrases.in("de")))
        .isEqualTo(TelegramMessage.plain("Im Moment habe ich keine Dokumente."));
  }

  @Test
  void theLongestTitlesAndAddressesFitOneMessage() {
    Source longest =
        new Source(
            "id",
            "Title ".repeat(200),
            "Publisher ".repeat(200),
            NPR.date(),
            "https://example.org/" + "a".repeat(900),
            null,
            1);
    TelegramMessage message =
        SourcesPage.of(IntStream.range(0, 8).mapToObj(i -> longest).toList(), 0, Phrases.in("uk"));
    assertThat(HtmlSplitter.split(message.html())).containsExactly(message.html());
    assertThat(Jsoup.parse(message.html()).select("a")).hasSize(8);
  }

  private static String arrows(int documents, int page) {
    return buttons(SourcesPage.of(documents(documents), page, Phrases.in("en")).keyboard());
  }

  private static List<Source> documents(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Source("d" + i, "Document " + i, null, null, null, null, 1))
        .toList();
  }
}
