package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  @BeforeEach
  void open() throws IOException {
    round = new FetchRound(fetcher, FetchedFolder.open(folder), pause -> true, Duration.ZERO);
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
