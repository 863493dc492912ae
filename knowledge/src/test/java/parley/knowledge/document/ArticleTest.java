package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Source;

class ArticleTest {

  private static final String PROSE =
      "The fleet sailed at dawn with all its men on board, and nobody on the quay knew when it would"
          + " be back.";

  @Test
  void findsTheArticleOfAPageThatMarksNone() {
    assertThat(
            Read.paragraphs(
                "page.html",
                """
                <body><div class="top"><a href="/">Home</a> <a href="/n">News</a></div>
                <div id="content"><div class="col"><h1>The fleet</h1><p>%1$s</p>
                <div class="share-buttons"><p>Tell your friends</p></div>
                <ul><li>two ships</li><li>no boats</li></ul><p>%1$s</p></div></div>
                <ul><li><a href="/1">Sport today</a></li><li><a href="/2">Weather</a></li>
                <li><a href="/3">Jobs</a></li></ul>
                <div class="teasers"><p>Other story</p></div></body>"""
                    .formatted(PROSE)))
        .containsExactly(PROSE, "- two ships\n- no boats", PROSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='cookie-banner'><p>Accept all</p></div>",
        "<div id='consent'><p>We value your privacy</p></div>",
        "<div role='dialog'><p>Register now</p></div>",
        "<section class='related articles'><p>More of this</p></section>",
        "<div class='newsletter-box'><p>Get our mails</p></div>",
        "<p style='display: none'>Hidden</p>",
        "<nav><p>Menu</p></nav>"
      })
  void leavesOutWhatIsBesideTheArticle(String furniture) {
    assertThat(Read.paragraphs("a.html", "<body><h1>Fleet</h1><p>" + PROSE + "</p>" + furniture))
        .containsExactly(PROSE);
  }

  @Test
  void keepsAPageThatIsAllOfOneClass() {
    assertThat(Read.paragraphs("a.html", "<div class='menu'><p>Soup. Bread. Fish.</p></div>"))
        .containsExactly("Soup. Bread. Fish.");
  }

  @Test
  void readsJsonLd() {
    assertThat(
            Read.file(
                    "a.html",
                    """
                    <head><title>Fleet - Port News</title><script type="application/ld+json">
                    {"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"],
                    "headline": "The fleet", "author": [{"name": "Ada Byron"}, "Bo Li"],
                    "datePublished": "2025-03-04T23:00:00+02:00", "publisher": {"name": "Port News"},
                    "mainEntityOfPage": {"@id": "https://port.example/fleet"}, "inLanguage": "en"}]}
                    </script></head><p>%s</p>"""
                        .formatted(PROSE))
                .source())
        .isEqualTo(
            new Source(
                "a",
                "The fleet",
                "Port News",
                LocalDate.of(2025, 3, 4),
                "https://port.example/fleet",
                "en",
                1,
                "Ada Byron, Bo Li"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script type='application/ld+json'>{"@type": broken</script><title>Fleet</title>    | Fleet
          <meta property='og:site_name' content='Port'><title>The fleet ¦ Port</title> | The fleet
          """,
      quoteCharacter = '~')
  void findsATitle(String head, String title) {
    assertThat(
            Read.file("a.html", head.replace("¦", "|") + "<p>" + PROSE + "</p>").source().title())
        .isEqualTo(title);
  }

  @Test
  void readsAPageInTheCharsetItNames() {
    String page = "<meta charset='windows-1251'><title>Порт</title><p>Судно вийшло вранці.</p>";

    assertThat(Read.file("a.html", page.getBytes(Charset.forName("windows-1251"))).paragraphs())
        .extracting(paragraph -> paragraph.text())
        .containsExactly("Судно вийшло вранці.");
  }
}
