package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.feed.Fetched.Validators;

class FetcherTest {

  private final MadeUpWeb web = new MadeUpWeb();
  private final Fetcher fetcher = new Fetcher(new PublicAddresses(true));

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  @Test
  void fetchesWhatIsNewAndNothingTwice() {
    String address = web.page("/a", "text/html; charset=utf-8", "<p>One.</p>");

    Fetched first = fetcher.fetch(address, Validators.NONE).orElseThrow();
    assertThat(first.type()).isEqualTo("text/html");
    assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo("<p>One.</p>");
    assertThat(fetcher.fetch(address, first.validators())).isEmpty();

    web.page("/a", "text/html", "<p>Two.</p>");
    assertThat(fetcher.fetch(address, first.validators())).isPresent();
    assertThat(web.takeRequests()).containsExactly("404 /robots.txt", "200 /a", "304 /a", "200 /a");
  }

  @Test
  void followsWhereItIsLedOn() {
    web.page("/b", "text/plain", "Here.");

    assertThat(fetcher.fetch(web.redirect("/a", "/b"), Validators.NONE))
        .hasValueSatisfying(page -> assertThat(page.address()).isEqualTo(web.address("/b")));
    assertThatThrownBy(() -> fetcher.fetch(web.redirect("/round", "/round"), Validators.NONE))
        .hasMessage(web.address("/round") + " leads on more than 5 times");
  }

  @Test
  void fetchesOnlyWhatRobotsMay() {
    web.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n");
    String hidden = web.page("/private/a", "text/plain", "No.");
    String open = web.page("/open", "text/plain", "Yes.");

    assertThat(fetcher.fetch(open, Validators.NONE)).isPresent();
    assertThatThrownBy(() -> fetcher.fetch(hidden, Validators.NONE))
        .hasMessage(hidden + " is not for robots, says its robots.txt");
    assertThatThrownBy(() -> fetcher.fetch(web.redirect("/to", "/private/a"), Validators.NONE))
        .hasMessage(hidden + " is not for robots, says its robots.txt");
    assertThat(web.takeRequests()).doesNotContain("200 /private/a");
  }

  @Test
  void fetchesNothingWhileRobotsTxtIsBroken() {
    web.failure("/robots.txt", 500);

    assertThatThrownBy(() -> fetcher.fetch(web.page("/a", "text/plain", "A."), Validators.NONE))
        .hasMessageContaining("is not for robots");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500})
  void saysWhatAServerAnswers(int status) {
    String address = web.failure("/a", status);

    assertThatThrownBy(() -> fetcher.fetch(address, Validators.NONE))
        .isInstanceOf(FetchException.class)
        .hasMessage(address + " answers " + status);
  }

  @Test
  void fetchesNothingThatIsTooLarge() {
    String address = web.page("/a", "text/plain", "a".repeat(Fetcher.MAX_BYTES + 1));

    assertThatThrownBy(() -> fetcher.fetch(address, Validators.NONE))
        .hasMessage(address + " is larger than 10 MiB");
  }

  @Test
  void waitsForNoServerThatIsSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Fetcher hasty = new Fetcher(new PublicAddresses(true), Duration.ofMillis(500))) {
      String address = "http://127.0.0.1:" + silent.getLocalPort() + "/a";

      assertThatThrownBy(() -> hasty.fetch(address, Validators.NONE))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("cannot be fetched: timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0177.0.0.1"})
  void fetchesNothingFromThisMachine(String host) {
    String address = web.page("/a", "text/plain", "Secret.").replace("127.0.0.1", host);
    try (Fetcher careful = new Fetcher(new PublicAddresses(false))) {
      assertThatThrownBy(() -> careful.fetch(address, Validators.NONE))
          .isInstanceOf(FetchException.class);
    }
    assertThat(web.takeRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://port.example/a", "http://u:p@port.example/"})
  void fetchesFromTheWebAlone(String address) {
    assertThatThrownBy(() -> fetcher.fetch(address, Validators.NONE))
        .hasMessage(address + " is no address of the web without a password");
  }
}
