package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.bot.WebClient.problem;
import static parley.bot.WebClient.question;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to the whole bot over HTTP by those who mean it badly, or do it badly. */
@Tag("faults")
class WebBadInputTest {

  private static final String ASK = "/api/ask";

  @RegisterExtension static final WebBotServer BOT = new WebBotServer();

  private WebClient client;

  @BeforeEach
  void connect() {
    client = BOT.client();
  }

  @Test
  void tenMegabytesAreTooMuch() {
    String body = question("x".repeat(10_000_000)).toString();

    assertThat(problem(client.post(ASK, body), 413))
        .isEqualTo("the body has more than 16384 bytes: send a shorter one");
    assertThat(problem(client.post(ASK, question("x".repeat(5_000)).toString()), 400))
        .isEqualTo("the question has 5000 characters: ask in 4000 or fewer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                              | the body is no JSON object: send {"question": "…"}
          null                            | the body is no JSON object: send {"question": "…"}
          ["Who?"]                        | the body is no JSON object: send {"question": "…"}
          {}                              | there is no question: send one
          {"question": null}              | there is no question: send one
          {"question": " "}               | there is no question: send one
          {"question": 7}                 | question is number: send a string
          {"question": ["Who?"]}          | question is array: send a string
          {"question": {"a": "b"}}        | question is object: send a string
          {"question": "Who?", "top": 1}  | 'top' is not known: there are question, conversation, language
          {"question": "Who?", "conversation": "mine"} | conversation is not one of ours: leave it out to begin one
          {"question": "Who?", "conversation": 1}      | conversation is number: send a string
          {"question": "Who?", "language": "<b>"}      | language is no code: send one such as uk
          """)
  void saysWhatIsWrongWithABody(String body, String detail) {
    assertThat(problem(client.post(ASK, body == null ? "" : body), 400)).isEqualTo(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"question\": \"Who?\"",
        "{'question': 'Who?'}",
        "{\"question\": \"Who?\"} {}",
        "{\"question\": \"Who?\", \"question\": \"What?\"}",
        "question=Who%3F"
      })
  void saysThatABodyIsNoJson(String body) {
    assertThat(problem(client.post(ASK, body), 400)).startsWith("the body is no valid JSON (");
  }

  @Test
  void saysThatNestedAsDeepAsThatItIsNoJson() {
    assertThat(problem(client.post(ASK, "[".repeat(8_000)), 400))
        .startsWith("the body is no valid JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "c328", "eda080", "f8a1a1a1a1", "00", "fffe"})
  void brokenUtf8IsABadRequest(String hex) {
    byte[] start = "{\"question\": \"Who".getBytes(StandardCharsets.UTF_8);
    byte[] broken = HexFormat.of().parseHex(hex);
    byte[] end = "?\"}".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[start.length + broken.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(broken, 0, body, start.length, broken.length);
    System.arraycopy(end, 0, body, start.length + broken.length, end.length);

    problem(client.post(ASK, body), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800 who?", "who \\u0000?", "\\u202ewho?", "who?\\n\\n\\u001b[31m"})
  void oddCharactersAreAQuestionLikeAnother(String question) {
    assertThat(client.post(ASK, "{\"question\": \"" + question + "\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aQuestionIsTextOnThePageWhateverItHolds() {
    String question = "Who is <script>alert(1)</script>\"'><img src=x onerror=alert(2)>?";

    JsonNode answer = client.ask(question);
    Document page = client.page("/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));

    assertThat(answer.path("question").asText()).isEqualTo(question);
    assertThat(page.select(".question").text()).isEqualTo(question);
    assertThatNothingRuns(page);
  }

  @Test
  void aDocumentIsTextOnThePageWhateverItHolds() {
    Document answer = client.page("/?q=Where+does+the+clerk+keep+the+key+of+the+archive%3F");
    Document viewer = client.page(answer.select("a.marker").attr("href"));

    assertThat(answer.select(".answer").text()).contains("drawer");
    assertThat(viewer.select("h1").text()).startsWith("Notes ");
    assertThat(viewer.select("mark").text()).contains("drawer");
    for (Document page : List.of(answer, viewer, client.page("/"), client.page("/documents"))) {
      assertThatNothingRuns(page);
    }
  }

  private static void assertThatNothingRuns(Document page) {
    assertThat(page.select("script"))
        .singleElement()
        .satisfies(ours -> assertThat(ours.attr("src")).startsWith("/assets/parley.js?v="));
    assertThat(page.select("img, iframe, object, style, [style], [onerror], [onload]")).isEmpty();
    assertThat(page.select("a[href^=javascript]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/documents/../../etc/passwd, 400",
    "/documents/..%2f..%2fetc%2fpasswd, 400",
    "/documents/%2e%2e/%2e%2e/etc/passwd, 400",
    "/documents/....//....//etc/passwd, 400",
    "/documents/%00, 400",
    "/documents/%ff%fe, 400",
    "/documents/summit.md, 404",
    "/documents/C:%5Cwindows, 400",
    "/api/documents/..;/x, 400",
    "/assets/..%5C..%5Cpage.properties, 400",
    "/assets/openapi.json, 404",
    "/a/x, 404",
    "/nothing, 404"
  })
  void leadsNowhereButToWhatItServes(String path, int status) throws IOException {
    String response = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 " + status + " ");
    assertThat(response)
        .contains("application/problem+json", "\"status\":" + status, "Content-Security-Policy")
        .doesNotContain("root:", "Exception", "\tat ", "etty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void whatIsNoHttpIsABadRequest(String request) throws IOException {
    assertThat(raw(request))
        .matches("(?s)HTTP/1.1 (?:400|505) .*")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void headersWithoutEndAreTooLarge() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void aMethodThatAnAddressDoesNotTakeIsToldWhichItDoes() {
    HttpResponse<String> response = client.get(ASK);

    assertThat(problem(response, 405)).isEqualTo("this address takes POST alone: use that");
    assertThat(response.headers().firstValue("Allow")).contains("POST");
    problem(client.post("/", "{}"), 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void takesNoBodyThatAFormOfAnotherSiteCouldSend(String type) {
    String body = question("Who?").toString();

    assertThat(problem(client.post(ASK, body, "Content-Type", type), 415))
        .isEqualTo("the body must be JSON: say application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Origin, https://evil.example.org, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:1, 403"
  })
  void answersNoPageOfAnotherSite(String header, String value, int status) {
    HttpResponse<String> response = client.post(ASK, question("hello").toString(), header, value);

    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  void answersAPageOfItsOwnThatSaysNoMoreThanItsOrigin() {
    String own = "http://127.0.0.1:" + BOT.port();

    assertThat(client.post(ASK, question("hello").toString(), "Origin", own).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "51", "1000", "x", "1e1"})
  void searchesForNoOtherNumberThanItGives(String top) {
    assertThat(problem(client.get("/api/search?q=harbour&top=" + top), 400))
        .isEqualTo("top must be a number from 1 to 50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/search", "/api/search?q=", "/api/search?q=%20&top=3"})
  void searchesForNothing(String path) {
    assertThat(problem(client.get(path), 400)).isEqualTo("there is nothing to look for: send ?q=…");
  }

  /** Clients that do one half of their part and then nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // never read: a small answer, and then more than the connection's buffers hold
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.0.%d.%d\r\n"
            + "Accept: text/event-stream\r\nContent-Type: application/json\r\n"
            + "Content-Length: 20\r\n\r\n{\"question\": \"hello\"}"
            + "GET /documents/long HTTP/1.1\r\nHost: x\r\n\r\nGET /api/documents/long HTTP/1.1\r\nHost: x\r\n\r\n"
            + "GET /documents/long HTTP/1.1\r\nHost: x\r\n\r\n",
        // never send the body
        "POST /api/ask HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.1.%d.%d\r\n"
            + "Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{"
      })
  void fiveHundredClientsThatStopHalfWayHoldUpNobody(String request) throws IOException {
    List<Socket> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        clients.add(open(request.formatted(i / 250, i % 250)));
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(
                          client
                              .ask("How many delegations are at the summit in Helsinki?")
                              .path("answer")
                              .asText())
                      .contains("41"));
      assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(client.get("/documents/long").body()).hasSizeGreaterThan(60_000);
    } finally {
      for (Socket socket : clients) {
        socket.close();
      }
    }
  }

  private static Socket open(String request) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1_024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), BOT.port()));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), BOT.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
