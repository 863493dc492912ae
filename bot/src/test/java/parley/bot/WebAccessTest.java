package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.bot.WebClient.problem;
import static parley.bot.WebClient.question;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ConfigurationException;
import parley.bot.web.WebSettings;

/** Who may ask the whole bot where a token is asked for, and how often. */
class WebAccessTest {

  private static final String TOKEN = "a-token-of-the-press-desk";
  private static final String BEARER = "Bearer " + TOKEN;
  private static final int A_MINUTE = 3;

  private static LogListener log;
  private static WebBotServer bot;
  private static WebClient client;

  @BeforeAll
  static void start() {
    log = LogListener.of("parley.bot");
    bot =
        WebBotServer.start(
            Map.of(
                "PARLEY_ACCESS_TOKEN",
                TOKEN,
                "PARLEY_PUBLIC_URL",
                "https://parley.example.org",
                "PARLEY_TRUSTED_PROXIES",
                "127.0.0.1"),
            "{\"address-a-minute\": %d}".formatted(A_MINUTE));
    client = bot.client();
  }

  @AfterAll
  static void stop() {
    bot.close();
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/documents/summit",
        "/a/x",
        "/api",
        "/api/documents",
        "/metrics",
        "/nothing"
      })
  void showsNothingWithoutTheToken(String path) {
    HttpResponse<String> response = client.get(path);

    assertThat(problem(response, 401))
        .isEqualTo("an access token is asked for: send it as Authorization: Bearer TOKEN");
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"parley\"");
    assertThat(client.get(path, "Authorization", "Bearer " + TOKEN + "x").statusCode())
        .isEqualTo(401);
    assertThat(client.get(path, "Authorization", BEARER).statusCode()).isNotEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz", "/readyz", "/assets/parley.css"})
  void showsEverybodyWhatTellsNothing(String path) {
    assertThat(client.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void asksABrowserForTheTokenAndGivesACookieForIt() {
    HttpResponse<String> form = client.get("/documents/summit?p=1", "Accept", "text/html");
    assertThat(form.statusCode()).isEqualTo(401);
    assertThat(form.body()).contains("name=\"next\" value=\"/documents/summit?p&#x3D;1\"");

    HttpResponse<String> wrong = login("token=wrong&next=%2F", "10.7.0.1");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();

    HttpResponse<String> right =
        login("token=" + TOKEN + "&next=%2Fdocuments%2Fsummit%3Fp%3D1", "10.7.0.1");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location")).contains("/documents/summit?p=1");
    String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Secure").doesNotContain(TOKEN);
    String pass = cookie.substring(0, cookie.indexOf(';'));
    assertThat(client.page("/documents/summit", "Cookie", pass).select("h1").text())
        .isEqualTo("The summit in Helsinki");
    assertThat(client.get("/", "Cookie", pass + "x").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example.org/, /",
    "//evil.example.org/, /",
    "/\\evil.example.org, /",
    "javascript:alert(1), /",
    "'/a\r\nSet-Cookie: x', /",
    "/a/b?c=d, /a/b?c=d"
  })
  void leadsNowhereElseAfterIt(String next, String location) {
    String form = "token=" + TOKEN + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);

    assertThat(login(form, "10.8.0." + next.length()).headers().firstValue("Location"))
        .contains(location);
  }

  @Test
  void letsNobodyGuess() {
    for (int i = 0; i < 10; i++) {
      assertThat(login("token=guess" + i, "10.9.0.1").statusCode()).isEqualTo(401);
    }
    assertThat(login("token=" + TOKEN, "10.9.0.1").statusCode()).isEqualTo(429);
    assertThat(login("token=" + TOKEN, "10.9.0.2").statusCode()).isEqualTo(303);
  }

  @Test
  void answersAnAddressSoManyQuestionsAMinute() {
    for (int i = 0; i < A_MINUTE; i++) {
      assertThat(ask("10.1.1.1").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = ask("10.1.1.1");

    assertThat(problem(refused, 429)).startsWith("more is asked than is answered in a minute");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 20L);
    problem(
        client.get("/api/search?q=harbour", "Authorization", BEARER, "X-Forwarded-For", "10.1.1.1"),
        429);
    assertThat(ask("10.1.1.2").statusCode()).isEqualTo(200);
    assertThat(ask("2001:db8:0:1::1, 10.1.1.1").statusCode()).isEqualTo(429);
  }

  @Test
  void aHouseholdIsOneAddress() {
    for (int i = 0; i < A_MINUTE; i++) {
      assertThat(ask("2001:db8:0:7::" + i).statusCode()).isEqualTo(200);
    }

    assertThat(ask("2001:db8:0:7:ffff::1").statusCode()).isEqualTo(429);
    assertThat(ask("2001:db8:0:8::1").statusCode()).isEqualTo(200);
  }

  @Test
  void logsNeitherTheTokenNorAQuestion() {
    client.get("/", "Authorization", BEARER);
    ask("10.2.2.2");

    assertThat(log.lines(Level.DEBUG, TOKEN)).isEmpty();
    assertThat(log.lines(Level.DEBUG, "delegations are at")).isEmpty();
  }

  @Test
  void takesNoTokenThatIsSoonGuessed() {
    assertThatThrownBy(
            () -> WebSettings.of(Map.of("PARLEY_ACCESS_TOKEN", "short"), MissingNode.getInstance()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("PARLEY_ACCESS_TOKEN has 5 characters: give it at least 16 random ones");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley.example.org", "ftp://a.b", "https://a.b/path", "https://a b"})
  void takesNoPublicUrlThatIsNone(String url) {
    assertThatThrownBy(
            () -> WebSettings.of(Map.of("PARLEY_PUBLIC_URL", url), MissingNode.getInstance()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "PARLEY_PUBLIC_URL is '%s': give an address without a path, such as"
                + " https://parley.example.org",
            url);
  }

  private static HttpResponse<String> ask(String forwardedFor) {
    return client.post(
        "/api/ask",
        question("How many delegations are at the summit?").toString(),
        "Authorization",
        BEARER,
        "X-Forwarded-For",
        forwardedFor);
  }

  private static HttpResponse<String> login(String form, String forwardedFor) {
    return client.send(
        client
            .request(
                "/login",
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Forwarded-For",
                forwardedFor)
            .POST(BodyPublishers.ofString(form)));
  }
}
