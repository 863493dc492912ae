package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.bot.WebClient.problem;
import static parley.bot.WebClient.question;
import static parley.bot.WebClient.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface over HTTP, of the whole bot. */
class WebApiTest {

  private static final String DELEGATIONS = "How many delegations are at the summit in Helsinki?";

  @RegisterExtension static final WebBotServer BOT = new WebBotServer();

  private WebClient client;

  @BeforeEach
  void connect() {
    client = BOT.client();
  }

  @Test
  void answersWithTheRecordOfTheCommandLine() {
    JsonNode answer = client.ask(DELEGATIONS);

    assertThat(answer.path("question").asText()).isEqualTo(DELEGATIONS);
    assertThat(answer.path("outcome").asText()).isEqualTo("answered");
    assertThat(answer.path("answered").asBoolean()).isTrue();
    assertThat(answer.path("answer").asText()).contains("41 delegations").contains("[1]");
    assertThat(answer.at("/statements/0/citations/0").asInt()).isEqualTo(1);
    JsonNode citation = answer.at("/citations/0");
    assertThat(citation.path("document").asText()).isEqualTo("summit");
    assertThat(citation.path("publisher").asText()).isEqualTo("Nordic Courier");
    assertThat(citation.path("date").asText()).isEqualTo("2026-02-03");
    assertThat(citation.path("url").asText()).isEqualTo("https://news.example.org/summit?id=7");
    assertThat(citation.path("paragraph").asInt()).isEqualTo(1);
    assertThat(answer.path("language").asText()).isEqualTo("en");
    assertThat(UUID.fromString(answer.path("conversation").asText())).isNotNull();
  }

  @Test
  void understandsAFollowUpOfTheSameConversationAlone() {
    JsonNode first = client.ask("How much does the repair of the harbour cost?");
    String followUp = "And what will ministers discuss about it?";

    JsonNode second =
        read(
            client
                .post(
                    "/api/ask",
                    question(followUp)
                        .put("conversation", first.path("conversation").asText())
                        .toString())
                .body());

    assertThat(second.path("conversation")).isEqualTo(first.path("conversation"));
    assertThat(second.path("answer").asText()).contains("repair of the harbour");
    assertThat(client.ask(followUp).path("conversation")).isNotEqualTo(first.path("conversation"));
  }

  @Test
  void saysThatTheDocumentsDoNotSay() {
    JsonNode answer = client.ask("Who won the football world cup?");

    assertThat(answer.path("outcome").asText()).isEqualTo("not_in_sources");
    assertThat(answer.path("answered").asBoolean()).isFalse();
    assertThat(answer.path("citations")).isEmpty();
  }

  @Test
  void speaksTheLanguageThatIsAskedFor() {
    JsonNode answer =
        read(
            client
                .post("/api/ask", question("Who won the cup?").put("language", "fr").toString())
                .body());

    assertThat(answer.path("language").asText()).isEqualTo("fr");
  }

  @Test
  void streamsStatementsAndThenTheAnswer() {
    HttpResponse<String> response =
        client.post("/api/ask", question(DELEGATIONS).toString(), "Accept", "text/event-stream");

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=utf-8");
    List<String> events =
        response.body().lines().filter(line -> line.startsWith("event: ")).toList();
    assertThat(events).startsWith("event: statement").endsWith("event: answer");
    List<JsonNode> data =
        response
            .body()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> read(line.substring(6)))
            .toList();
    assertThat(data).hasSameSizeAs(events);
    assertThat(data.get(0).path("text").asText()).contains("41 delegations");
    assertThat(data.get(data.size() - 1).path("outcome").asText()).isEqualTo("answered");
  }

  @Test
  void findsPassages() {
    JsonNode found = read(client.get("/api/search?q=harbour+of+Odesa&top=1").body());

    assertThat(found.path("passages")).hasSize(1);
    assertThat(found.at("/passages/0/document").asText()).isEqualTo("summit");
    assertThat(found.at("/passages/0/text").asText()).contains("harbour of Odesa");
    assertThat(found.path("ms").isNumber()).isTrue();
  }

  @Test
  void listsTheDocumentsAndTheirParagraphs() {
    JsonNode documents = read(client.get("/api/documents").body()).path("documents");
    JsonNode summit = read(client.get("/api/documents/summit").body());

    assertThat(documents.findValuesAsText("id"))
        .containsExactlyInAnyOrder("long", "notes", "summit");
    assertThat(summit.at("/document/paragraphs").asInt()).isEqualTo(2);
    assertThat(summit.at("/paragraphs/1/section").asText()).isEqualTo("The agenda");
    assertThat(summit.at("/paragraphs/1/text").asText()).startsWith("Ministers will discuss");
  }

  @Test
  void describesEveryAddressOfItsOwn() {
    JsonNode description = read(client.get("/api").body());

    assertThat(description.path("openapi").asText()).startsWith("3.1");
    assertThat(description.path("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/api/ask",
            "/api/search",
            "/api/documents",
            "/api/documents/{id}",
            "/api/document",
            "/api/answers/{id}/share",
            "/healthz",
            "/readyz",
            "/metrics");
    for (JsonNode reference : description.findValues("$ref")) {
      assertThat(description.at(reference.asText().substring(1)).isMissingNode())
          .as(reference.asText())
          .isFalse();
    }
  }

  @Test
  void sharesAnAnswerForAWhile() {
    String id = client.ask(DELEGATIONS).path("id").asText();

    HttpResponse<String> made = client.post("/api/answers/" + id + "/share", "{}");

    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode link = read(made.body());
    assertThat(Instant.parse(link.path("expires").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
    Document page = client.page(link.path("path").asText());
    assertThat(page.select(".question").text()).isEqualTo(DELEGATIONS);
    assertThat(page.select(".answer").text()).contains("41 delegations");
    assertThat(page.select("a.marker").attr("href")).startsWith("/documents/summit?p=1&quote=");
  }

  @Test
  void sharesNothingThatItHasNotAnswered() {
    assertThat(problem(client.post("/api/answers/" + UUID.randomUUID() + "/share", "{}"), 404))
        .startsWith("there is nothing at this address");
    assertThat(client.get("/a/AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsThatItLivesAndIsReady() {
    assertThat(client.get("/healthz").body()).isEqualTo("ok\n");
    assertThat(read(client.get("/readyz").body()))
        .isEqualTo(read("{\"ready\":true,\"checks\":{\"documents\":true,\"ledger\":true}}"));
  }

  @Test
  void countsForPrometheus() {
    client.ask(DELEGATIONS);

    HttpResponse<String> figures = client.get("/metrics");

    assertThat(figures.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(figures.body())
        .containsPattern(
            "parley_questions_seconds_count\\{outcome=\"answered\",platform=\"web\"} \\d")
        .containsPattern("parley_requests_total\\{route=\"POST /api/ask\",status=\"200\"} \\d")
        .contains("parley_requests_open", "jvm_memory_used_bytes", "jetty_threads_busy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/documents", "/documents/summit", "/api/documents", "/healthz"})
  void answersHeadWithoutABody(String path) {
    HttpResponse<String> head =
        client.send(client.request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }
}
