package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the whole bot, as they are without a script. */
class WebPagesTest {

  private static final String ASKED = "/?q=How+many+delegations+are+at+the+summit+in+Helsinki%3F";

  @RegisterExtension static final WebBotServer BOT = new WebBotServer();

  private WebClient client;

  @BeforeEach
  void connect() {
    client = BOT.client();
  }

  @Test
  void listsTheDocumentsTheLatestFirst() {
    Document page = client.page("/");

    assertThat(page.select(".shelf li a").eachText())
        .containsExactly(
            "The summit in Helsinki",
            "A long list",
            "Notes <script>alert(1)</script> of the clerk");
    assertThat(page.select(".shelf li .about").first().text())
        .isEqualTo("Nordic Courier · 3 February 2026");
    assertThat(page.select(".starters button").eachAttr("value"))
        .contains("What do the documents say about the summit in Helsinki?");
  }

  @Test
  void answersWithoutAScript() {
    Document page = client.page(ASKED);

    assertThat(page.title()).startsWith("How many delegations are at the summit in Helsinki?");
    assertThat(page.select(".turn").hasClass("answered")).isTrue();
    assertThat(page.select(".answer").text()).contains("41 delegations");
    Element source = page.select(".source").first();
    assertThat(source.select(".title").text()).isEqualTo("The summit in Helsinki");
    assertThat(source.select(".about").text())
        .startsWith("Nordic Courier · 3 February 2026 · paragraph 1 · Original");
    assertThat(source.select("a.original").attr("href"))
        .startsWith(
            "https://news.example.org/summit?id=7#:~:text=The%20summit%20in%20Helsinki%20gathers,");
    assertThat(page.select("input[name=conversation]").attr("value")).hasSize(36);
  }

  @Test
  void showsTheQuotedWordsInTheirParagraph() {
    Document answer = client.page(ASKED);
    String quote = answer.select(".source blockquote").first().text();

    Document viewer = client.page(answer.select("a.marker").attr("href"));

    assertThat(viewer.select("h1").text()).isEqualTo("The summit in Helsinki");
    assertThat(viewer.select("#p1 mark").text()).isEqualTo(quote);
    assertThat(viewer.select("mark")).hasSize(1);
    assertThat(viewer.select("#p2 a.number").attr("href")).isEqualTo("#p2");
    assertThat(viewer.select("h2").text()).isEqualTo("The agenda");
    assertThat(viewer.select(".about a").attr("href"))
        .isEqualTo("https://news.example.org/summit?id=7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=2&quote=Ministers&to=Odesa.                | Ministers will discuss the repair of the harbour of Odesa.
          p=2&quote=repair of the harbour              | repair of the harbour
          p=1&quote=300 million                        | 300 million
          p=99999999999999999999&quote=300 million     | 300 million
          quote=repair&to=costs                        | repair of the harbour of Odesa. The repair of the harbour costs
          """)
  void marksTheWordsThatALinkNames(String query, String marked) {
    String encoded = query.replace(" ", "%20");

    assertThat(client.page("/documents/summit?" + encoded).select("mark").text()).isEqualTo(marked);
  }

  @Test
  void theLanguageSwitchKeepsTheQuotedWords() {
    Document viewer = client.page("/documents/summit?p=2&quote=Ministers&to=Odesa.");
    String address = viewer.select(".languages a[hreflang=fr]").attr("href");

    Document french = client.page("/documents/summit" + address);

    assertThat(address).isEqualTo("?p=2&quote=Ministers&to=Odesa.&lang=fr#p2");
    assertThat(french.select("html").attr("lang")).isEqualTo("fr");
    assertThat(french.select("#p2 mark").text()).startsWith("Ministers will discuss");
  }

  @Test
  void saysThatTheWordsAreNoLongerThere() {
    String gone = URLEncoder.encode("gathers 40 <b>delegations</b>", StandardCharsets.UTF_8);

    Document viewer = client.page("/documents/summit?p=1&quote=" + gone + "#p1");

    assertThat(viewer.select("mark")).isEmpty();
    assertThat(viewer.select(".notice").text())
        .isEqualTo(
            "The document has changed since. These words are no longer in it: gathers 40"
                + " <b>delegations</b>");
  }

  @Test
  void showsThatTheDocumentsDoNotSay() {
    Document page = client.page("/?q=Who+won+the+football+world+cup%3F");

    assertThat(page.select(".turn").hasClass("not-in-sources")).isTrue();
    assertThat(page.select(".verdict").text()).isEqualTo("Not in the sources");
    assertThat(page.select(".sources, .marker, .share")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', en, Ask the documents",
    "'uk-UA,uk;q=0.9,en;q=0.5', '', uk, Запитайте документи",
    "'pt-BR, fr;q=0.3, de;q=0.7', '', de, Fragen Sie die Dokumente",
    "'*', '', en, Ask the documents",
    "'nonsense;;q=', '', en, Ask the documents",
    "'uk', parley-language=pl, pl, Zapytaj dokumenty"
  })
  void speaksTheLanguageOfItsReader(String accepted, String cookie, String language, String title) {
    Document page = client.page("/", "Accept-Language", accepted, "Cookie", cookie);

    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    assertThat(page.select("h1").text()).isEqualTo(title);
  }

  @Test
  void remembersALanguageThatIsChosen() {
    HttpResponse<String> chosen = client.get("/documents?lang=ru");

    assertThat(chosen.body()).contains("<html lang=\"ru\">");
    assertThat(chosen.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("parley-language=ru; ")
                    .contains("HttpOnly", "SameSite=Lax"));
    assertThat(client.get("/?lang=xx").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void letsABrowserKeepWhatDoesNotChange() {
    Document page = client.page("/");
    List<String> assets =
        List.of(
            page.select("link[rel=stylesheet]").attr("href"),
            page.select("script").attr("src"),
            page.select("link[rel=icon]").attr("href"));

    int bytes = page.html().length();
    for (String asset : assets) {
      HttpResponse<String> file = client.get(asset);
      bytes += file.body().length();
      String tag = file.headers().firstValue("ETag").orElseThrow();
      assertThat(file.headers().firstValue("Cache-Control"))
          .contains("public, max-age=31536000, immutable");
      assertThat(client.get(asset, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
    assertThat(bytes).isLessThan(100_000);
    assertThat(client.get("/assets/parley.js").headers().firstValue("Cache-Control"))
        .contains("no-cache");
  }

  @Test
  void showsAPageToAReaderWhoGoesAstray() {
    HttpResponse<String> response = client.get("/documents/none", "Accept", "text/html");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("<h1>Nothing here</h1>");
  }
}
