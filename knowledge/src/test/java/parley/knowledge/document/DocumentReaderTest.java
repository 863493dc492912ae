package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;

class DocumentReaderTest {

  @Test
  void readsFrontMatterHeadingsAndNumberedParagraphs() {
    var document =
        Read.file(
            "harbour.md",
            """
            ---
            title: The harbour
            publisher: Port Office
            date: 2025-03-04
            url: https://port.example/harbour
            language: en
            ---
            # The harbour

            Ships come at dawn.

            ## Cranes

            Two cranes *work* there.
            They are [old](https://port.example/cranes).
            """);

    assertThat(document.source())
        .isEqualTo(
            new Source(
                "harbour",
                "The harbour",
                "Port Office",
                LocalDate.of(2025, 3, 4),
                "https://port.example/harbour",
                "en",
                2));
    assertThat(document.paragraphs())
        .containsExactly(
            new Paragraph(1, null, "Ships come at dawn."),
            new Paragraph(2, "Cranes", "Two cranes work there. They are old."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tags: [talks, public]         | talks,public",
        "tags: talks, public           | talks,public",
        "tags: talks; Very  public; ;  | talks,Very public",
        "Tags: [2026, talks, talks]    | 2026,talks",
        "tags: {a: talks}              | ''",
        "tags:                         | ''"
      })
  void readsTags(String line, String tags) {
    assertThat(tags("a.md", "---\ntitle: A\n" + line + "\n---\nShips come at dawn."))
        .isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta name='keywords' content='talks, public'> | talks,public",
        "<meta property='article:tag' content='talks'><meta property='article:tag' content='Kyiv'><meta name='keywords' content='ships'> | talks,Kyiv",
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"keywords\": [\"talks\", {\"name\": \"Kyiv\"}]}</script> | talks,Kyiv",
        "<meta name='keywords' content=' , '> | ''"
      })
  void readsAPagesKeywordsAsTags(String head, String tags) {
    assertThat(tags("a.html", "<head>" + head + "</head><p>Ships come at dawn.</p>"))
        .isEqualTo(tags);
  }

  private static String tags(String name, String content) {
    return String.join(",", Read.file(name, content).source().tags());
  }

  @Test
  void keepsAListWithTheLineThatLeadsIntoIt() {
    assertThat(Read.paragraphs("a.md", "Three things matter:\n\n1. salt\n2. oil\n3. time\n\nEnd."))
        .containsExactly("Three things matter:\n- salt\n- oil\n- time", "End.");
  }

  @Test
  void takesEachLineOfUnbrokenTextForAParagraph() {
    assertThat(
            Read.paragraphs(
                "a.txt",
                "The first paragraph is on a line.\nSo is the second one.\nAnd the third."))
        .containsExactly(
            "The first paragraph is on a line.", "So is the second one.", "And the third.");
  }

  @Test
  void joinsTextBrokenAtAFixedWidth() {
    assertThat(
            Read.paragraphs(
                "a.txt",
                "Somebody typed this paragraph at a width of fifty\n"
                    + "columns, as letters and mails used to be typed, so\n"
                    + "its lines end anywhere."))
        .containsExactly(
            "Somebody typed this paragraph at a width of fifty columns, as letters and mails used to"
                + " be typed, so its lines end anywhere.");
  }

  @Test
  void takesAShortLineWithoutAStopForAHeading() {
    assertThat(Read.file("a.txt", "The fleet sailed.\nLosses at sea\nTwo ships sank.").paragraphs())
        .containsExactly(
            new Paragraph(1, null, "The fleet sailed."),
            new Paragraph(2, "Losses at sea", "Two ships sank."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "toggle caption",
        "cover caption",
        "Ada Lovelace/AP",
        "Jean-Luc Moulin / Getty Images",
        "Photo: Jane Doe",
        "© 2025 The Paper",
        "Advertisement",
        "Read more: The other story",
        "We use cookies to improve your visit.",
        "* * *"
      })
  void leavesOutWhatAWebPageLeavesBehind(String line) {
    assertThat(Read.paragraphs("a.txt", "The fleet sailed.\n" + line + "\nTwo ships sank."))
        .containsExactly("The fleet sailed.", "Two ships sank.");
  }

  @Test
  void readsTheArticleOfAWebPage() {
    var document =
        Read.file(
            "page.html",
            """
            <html lang="fr"><head><title>Fallback</title>
            <meta property="og:title" content="La flotte">
            <meta property="og:site_name" content="Le Port">
            <meta property="article:published_time" content="2025-03-04T10:00:00Z">
            <link rel="canonical" href="https://port.example/flotte"></head>
            <body><nav><p>Menu of the page</p></nav>
            <article><h1>La flotte</h1><p>Elle est&nbsp;partie.</p>
            <script>steal()</script><ul><li>un</li><li>deux</li></ul>
            <aside>More stories</aside></article><footer><p>Imprint</p></footer></body></html>
            """);

    assertThat(document.source())
        .isEqualTo(
            new Source(
                "page",
                "La flotte",
                "Le Port",
                LocalDate.of(2025, 3, 4),
                "https://port.example/flotte",
                "fr",
                2));
    assertThat(document.paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("Elle est partie.", "- un\n- deux");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The fleet sailed on Jan. 3, 2026, they say. |
          Published January 6, 2026                   | 2026-01-06
          Updated: 6 Jan 2026, 10:00                  | 2026-01-06
          LONDON, Jan. 6, 2026 (AP) — The fleet left. | 2026-01-06
          """)
  void takesADateOnlyWhereTheTextGivesItAsItsOwn(String line, LocalDate date) {
    assertThat(Read.file("a.txt", "The news\n" + line + "\nMore of it.").source().date())
        .isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The fleet sails\\nIt left at dawn.                      | The fleet sails
          It left at dawn. Nobody saw it.                        | It left at dawn
          A caption.\\nPARIS — The fleet left today. It was dawn. | The fleet left today
          """)
  void findsATitle(String text, String title) {
    assertThat(Read.file("a.txt", text.replace("\\n", "\n")).source().title()).isEqualTo(title);
  }

  @Test
  void linksToNothingButTheWeb() {
    assertThat(Read.file("a.md", "---\nurl: javascript:alert(1)\n---\nText.").source().url())
        .isNull();
  }

  @Test
  void servesTheTextBelowBrokenFrontMatter() {
    var document = Read.file("a.md", "---\ntitle: [broken\n---\nThe text is served.");

    assertThat(document.source().title()).isEqualTo("The text is served");
    assertThat(document.paragraphs())
        .containsExactly(new Paragraph(1, null, "The text is served."));
  }

  @Test
  void readsOtherEncodings() {
    assertThat(Read.file("a.txt", "Café noir.".getBytes(Charset.forName("windows-1252"))))
        .extracting(document -> document.paragraphs().get(0).text())
        .isEqualTo("Café noir.");
    assertThat(Read.file("a.txt", "\uFEFFCafé noir.".getBytes(StandardCharsets.UTF_16BE)))
        .extracting(document -> document.paragraphs().get(0).text())
        .isEqualTo("Café noir.");
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> Read.file("a.txt", new byte[] {0, 1, 2, 3}))
        .isInstanceOf(DocumentException.class)
        .hasMessage("a.txt is not a text file: give it as Markdown, text or HTML");
    assertThatThrownBy(() -> Read.file("a.txt", "  \n "))
        .hasMessage("a.txt holds no text: give it a paragraph or remove it");
    assertThatThrownBy(() -> Read.file("a.xls", "text"))
        .hasMessage(
            "a.xls is of a format that is not read (.xls): give it as .md, .txt, .html, .pdf,"
                + " .docx, .odt, .epub, .eml, .csv or .jsonl");
    assertThatThrownBy(() -> Read.file("a.txt", new byte[20 * 1024 * 1024 + 1]))
        .hasMessage("a.txt is larger than 20 MiB: split it into documents");
  }
}
