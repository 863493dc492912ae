package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchRoundTest {

  @TempDir private Path folder;

  private final MadeUpWeb web = new MadeUpWeb();
  private final Fetcher fetcher = new Fetcher(new PublicAddresses(true));
  private FetchRound round;
  private Instant now = Instant.parse("2025-03-05T08:00:00Z");

  @BeforeEach
  void open() throws IOException {
    start();
  }

  private void start() throws IOException {
    round =
        new FetchRound(
            fetcher, FetchedFolder.open(folder), pause -> true, Duration.ZERO, () -> now);
  }

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  @Test
  void keepsAPageUntilItIsNoLongerListed() throws IOException {
    String address = web.page("/news/the-fleet.html", "text/html", "<p>It sailed.</p>");

    run(List.of(), List.of(address));
    assertThat(texts()).containsExactly("---\nurl: \"" + address + "\"\n---\n<p>It sailed.</p>");

    web.failure("/news/the-fleet.html", 500);
    run(List.of(), List.of(address));
    assertThat(texts()).hasSize(1);

    run(List.of(), List.of());
    assertThat(texts()).isEmpty();
  }

  @Test
  void keepsTheArticlesOfAFeed() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String two = web.failure("/2.html", 403);
    String whole = "<p>" + "It came back. ".repeat(20) + "</p>";
    String feed =
        web.page(
            "/feed",
            "application/rss+xml",
            """
            <rss version="2.0"><channel><title>Port News</title><link>x</link><description/>
            <item><title>The fleet: "gone"</title><link>%s</link>
            <pubDate>Tue, 4 Mar 2025 10:00:00 GMT</pubDate></item>
            <item><title>Back</title><link>%s</link><description><![CDATA[%s]]></description></item>
            </channel></rss>"""
                .formatted(one, two, whole));

    run(List.of(feed), List.of());
    assertThat(texts())
        .containsExactlyInAnyOrder(
            """
            ---
            title: "The fleet: \\"gone\\""
            date: "2025-03-04"
            url: "%s"
            ---
            <p>It sailed.</p>"""
                .formatted(one),
            """
            ---
            title: "Back"
            publisher: "Port News"
            url: "%s"
            ---
            %s"""
                .formatted(two, whole));

    web.takeRequests();
    run(List.of(feed), List.of());
    assertThat(web.takeRequests()).containsExactly("304 /feed");
  }

  @Test
  void looksOnceADayAtTheArticlesOfAnUnchangedFeed() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String two = web.page("/2.html", "text/html", "<p>It came back.</p>");
    String feed = feed(entry(one, ""), entry(two, ""));
    run(List.of(feed), List.of());
    web.page("/1.html", "text/html", "<p>It sailed at dawn.</p>");
    web.takeRequests();

    pass(Duration.ofHours(23));
    run(List.of(feed), List.of());
    assertThat(web.takeRequests()).containsExactly("304 /feed");
    assertThat(texts()).noneMatch(text -> text.contains("at dawn"));

    pass(Duration.ofHours(1));
    start();
    run(List.of(feed), List.of());
    assertThat(web.takeRequests()).containsExactly("200 /feed", "200 /1.html", "304 /2.html");
    assertThat(texts()).hasSize(2).anyMatch(text -> text.contains("<p>It sailed at dawn.</p>"));

    pass(Duration.ofMinutes(15));
    run(List.of(feed), List.of());
    assertThat(web.takeRequests()).containsExactly("304 /feed");
  }

  @Test
  void looksAtAnArticleAtOnceThatItsFeedSaysIsChanged() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String two = web.page("/2.html", "text/html", "<p>It came back.</p>");
    String same = entry(two, "2025-03-05T07:00:00Z");
    run(List.of(feed(entry(one, "2025-03-05T07:00:00Z"), same)), List.of());
    web.page("/1.html", "text/html", "<p>It sailed at dawn.</p>");
    web.takeRequests();

    pass(Duration.ofMinutes(15));
    run(List.of(feed(entry(one, "2025-03-05T08:10:00Z"), same)), List.of());

    assertThat(web.takeRequests()).containsExactly("200 /feed", "200 /1.html");
    assertThat(texts()).hasSize(2).anyMatch(text -> text.contains("<p>It sailed at dawn.</p>"));
  }

  @Test
  void keepsAnArticleThatIsAwayAndAsksForItTheNextDay() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String feed = feed(entry(one, ""));
    run(List.of(feed), List.of());
    web.failure("/1.html", 500);
    web.takeRequests();

    pass(Duration.ofDays(1));
    run(List.of(feed), List.of());
    pass(Duration.ofMinutes(15));
    run(List.of(feed), List.of());

    assertThat(web.takeRequests()).containsExactly("200 /feed", "500 /1.html", "304 /feed");
    assertThat(texts()).singleElement().asString().contains("<p>It sailed.</p>");

    web.page("/1.html", "text/plain", "It sailed at dawn.");
    pass(Duration.ofDays(1));
    run(List.of(feed), List.of());

    assertThat(texts()).singleElement().asString().contains("It sailed at dawn.");
  }

  @Test
  void looksAtALaterArticleWithTheOthers() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String two = web.page("/2.html", "text/html", "<p>It came back.</p>");
    run(List.of(feed(entry(one, ""))), List.of());
    pass(Duration.ofHours(10));
    String feed = feed(entry(one, ""), entry(two, ""));
    run(List.of(feed), List.of());
    web.takeRequests();

    pass(Duration.ofHours(14));
    run(List.of(feed), List.of());

    assertThat(web.takeRequests()).containsExactly("200 /feed", "304 /1.html", "304 /2.html");
  }

  @Test
  void doesNotLookAgainAtWhatHasLeftTheFeed() throws IOException {
    String one = web.page("/1.html", "text/html", "<p>It sailed.</p>");
    String two = web.page("/2.html", "text/html", "<p>It came back.</p>");
    run(List.of(feed(entry(one, ""))), List.of());
    web.takeRequests();

    pass(Duration.ofDays(2));
    run(List.of(feed(entry(two, ""))), List.of());

    assertThat(web.takeRequests()).containsExactly("200 /feed", "200 /2.html");
    assertThat(texts()).hasSize(2);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private String feed(String... entries) {
    return web.page(
        "/feed",
        "application/atom+xml",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Port News</title>"
            + String.join("", entries)
            + "</feed>");
  }

  private static String entry(String address, String updated) {
    return "<entry><title>The fleet</title><link href=\"%s\"/>%s</entry>"
        .formatted(address, updated.isEmpty() ? "" : "<updated>" + updated + "</updated>");
  }

  @Test
  void readsNoEntitiesOfAFeed() throws IOException {
    String feed =
        web.page(
            "/feed",
            "application/rss+xml",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel>"
                + "<title>&x;</title></channel></rss>");

    run(List.of(feed), List.of());

    assertThat(texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          feed: [a]            | has 'feed', which is none of every, feeds, addresses
          feeds: [ftp://a]     | has 'ftp://a' among its feeds: give an address, https://…
          every: 10s           | has every: 10s, give one minute or more, such as 15m or 2h
          every: often         | has every: often, give one minute or more, such as 15m or 2h
          feeds: [             | is not valid YAML: mend it
          """)
  void saysWhatIsWrongWithAList(String yaml, String complaint) throws IOException {
    Path file = Files.writeString(folder.resolve("sources.yaml"), yaml);

    assertThatThrownBy(() -> SourceList.read(file))
        .isInstanceOf(FetchException.class)
        .hasMessage(file + " " + complaint);
  }

  @Test
  void readsAList() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sources.yaml"),
            "every: 2h\nfeeds:\n- https://port.example/rss\naddresses:\n- http://port.example/a\n");

    assertThat(SourceList.read(file))
        .isEqualTo(
            new SourceList(
                Duration.ofHours(2),
                List.of("https://port.example/rss"),
                List.of("http://port.example/a")));
  }

  private void run(List<String> feeds, List<String> addresses) throws IOException {
    round.run(new SourceList(Duration.ofMinutes(15), feeds, addresses));
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(name -> !name.getFileName().toString().startsWith(".")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
