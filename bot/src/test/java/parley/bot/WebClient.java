package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import parley.bot.chat.Json;

/** Asks a server over HTTP, and looks at what every answer of it must have. */
final class WebClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  WebClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /**
   * Gets an address.
   *
   * @param headers names and values in turn
   */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Posts JSON. */
  HttpResponse<String> post(String path, String body, String... headers) {
    return send(json(path, headers).POST(BodyPublishers.ofString(body)));
  }

  /** Posts what may be no text. */
  HttpResponse<String> post(String path, byte[] body) {
    return send(json(path).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Asks a question, and gives the answer's JSON. */
  JsonNode ask(String question, String... headers) {
    HttpResponse<String> response = post("/api/ask", question(question).toString(), headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return read(response.body());
  }

  static ObjectNode question(String question) {
    return Json.MAPPER.createObjectNode().put("question", question);
  }

  /** A page. */
  Document page(String path, String... headers) {
    HttpResponse<String> response = get(path, headers);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    return Jsoup.parse(response.body());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpRequest.Builder json(String path, String... headers) {
    boolean named = Arrays.asList(headers).contains("Content-Type");
    HttpRequest.Builder request = request(path, headers);
    return named ? request : request.header("Content-Type", "application/json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; "));
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.body()).doesNotContainPattern("Exception\\b|\tat ");
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(json, e);
    }
  }

  /** Sees to it that an answer is a problem of RFC 9457, and gives its detail. */
  static String problem(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = read(response.body());
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    return problem.path("detail").asText();
  }
}
