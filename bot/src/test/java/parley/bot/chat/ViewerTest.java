package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.DocumentSelection;
import parley.knowledge.Outcome;
import parley.knowledge.Source;

class ViewerTest {

  private static final Viewer VIEWER = Viewer.at(URI.create("https://parley.example.org/"));

  @Test
  void leadsToTheQuotedWords() {
    assertThat(VIEWER.linkTo(citation("paris", null, "35 people & more")))
        .contains(
            "https://parley.example.org/documents/paris?p=3&quote=35%20people%20%26%20more#p3");
    assertThat(Viewer.HERE.linkTo(source("a/b c?", null))).contains("/documents/a/b%20c%3F");
  }

  @ParameterizedTest
  @CsvSource({
    "50% off,   /document?id=50%25%20off",
    "C:\\docs,   /document?id=C%3A%5Cdocs",
    "a;b,       /document?id=a%3Bb",
    "/srv/a,    /document?id=%2Fsrv%2Fa",
    "a/../b,    /document?id=a%2F..%2Fb",
    ".,         /document?id=.",
    "a//b,      /document?id=a%2F%2Fb",
    "a/,        /document?id=a%2F",
    "..a/.b/c., /documents/..a/.b/c.",
    "été 😀?#+, /documents/%C3%A9t%C3%A9%20%F0%9F%98%80%3F%23%2B"
  })
  void putsAnIdIntoTheQueryThatNoPathCanHold(String id, String address) {
    assertThat(Viewer.HERE.linkTo(source(id, null))).contains(address);
    assertThat(Viewer.HERE.linkTo(citation(id, null, "They.")).orElseThrow())
        .isEqualTo(address + (address.contains("?") ? "&" : "?") + "p=3&quote=They.#p3");
  }

  @Test
  void leadsNobodyToADocumentThatThePageDoesNotShow() {
    Viewer some = VIEWER.showing(DocumentSelection.of(List.of("paris")));

    assertThat(some.linkTo(source("paris", null))).isPresent();
    assertThat(some.linkTo(source("berlin", null))).isEmpty();
    assertThat(some.link(source("berlin", null))).isEqualTo(source("berlin", null));
  }

  @Test
  void namesALongQuoteByItsEnds() {
    String quote = "a".repeat(100) + "😀".repeat(100);

    String address = VIEWER.linkTo(citation("paris", null, quote)).orElseThrow();

    assertThat(address)
        .isEqualTo(
            "https://parley.example.org/documents/paris?p=3&quote="
                + "a".repeat(60)
                + "&to="
                + "%F0%9F%98%80".repeat(60)
                + "#p3");
  }

  @Test
  void linksWhatHasNoAddressOfItsOwn() {
    Answer answer =
        new Answer(
            "Who?",
            Outcome.ANSWERED,
            "They. [1][2]",
            List.of(),
            List.of(
                citation("paris", null, "They."),
                citation("berlin", "https://berlin.example.org", "They.")),
            List.of(),
            "en",
            Duration.ZERO);

    assertThat(VIEWER.link(answer).citations())
        .extracting(citation -> citation.source().url())
        .containsExactly(
            "https://parley.example.org/documents/paris?p=3&quote=They.#p3",
            "https://berlin.example.org");
    assertThat(VIEWER.link(source("paris", null)).url())
        .isEqualTo("https://parley.example.org/documents/paris");
    assertThat(Viewer.at(null).link(answer)).isEqualTo(answer);
  }

  private static Citation citation(String document, @Nullable String url, String quote) {
    return new Citation(1, source(document, url), 3, quote);
  }

  private static Source source(String id, @Nullable String url) {
    return new Source(id, "Title", null, null, url, "en", 4);
  }
}
