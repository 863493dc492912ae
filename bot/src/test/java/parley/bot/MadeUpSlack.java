package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Slack's Web API, as its documentation says that it answers. */
final class MadeUpSlack implements AutoCloseable {

  static final String TEAM = "T061EG9R6";
  static final String BOT = "U0LAN0Z89";

  /** The timestamp of whatever was posted. */
  static final String POSTED = "1503435956.000247";

  private static final ObjectMapper JSON = new ObjectMapper();

  final WireMockServer server =
      new WireMockServer(
          options().dynamicPort().containerThreads(64).maxRequestJournalEntries(5000));

  MadeUpSlack() {
    server.start();
    server.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(okJson("{\"ok\":false,\"error\":\"unknown_method\"}")));
    answer(
        "auth.test",
        """
        {"ok":true,"url":"https://subarachnoid.slack.com/","team":"Subarachnoid Workspace",
         "user":"parley","team_id":"%s","user_id":"%s","bot_id":"B0LAN0Z89","is_enterprise_install":false}"""
            .formatted(TEAM, BOT));
    answer(
        "chat.postMessage",
        """
        {"ok":true,"channel":"C123ABC456","ts":"1503435956.000247",
         "message":{"text":"","username":"parley","bot_id":"B0LAN0Z89","type":"message","ts":"1503435956.000247"}}""");
    answer(
        "chat.update",
        "{\"ok\":true,\"channel\":\"C123ABC456\",\"ts\":\"" + POSTED + "\",\"text\":\"\"}");
    answer("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1502210682.580145\"}");
    answer("views.open", "{\"ok\":true,\"view\":{\"id\":\"VMHU10V25\",\"type\":\"modal\"}}");
    answer("assistant.threads.setStatus", "{\"ok\":true}");
    answer("assistant.threads.setSuggestedPrompts", "{\"ok\":true}");
    answer("conversations.replies", "{\"ok\":true,\"messages\":[],\"has_more\":false}");
    server.stubFor(
        post(urlPathMatching("/commands/.*"))
            .willReturn(aResponse().withStatus(200).withBody("ok")));
  }

  private void answer(String method, String json) {
    server.stubFor(post(urlEqualTo("/api/" + method)).willReturn(okJson(json)));
  }

  String url() {
    return server.baseUrl();
  }

  /** An address for answers to one command or click. */
  String responseUrl(String name) {
    return server.baseUrl() + "/commands/" + name;
  }

  /** What the bot posted into a channel, in order: every call, whatever it was answered. */
  List<Map<String, String>> posted(String channel) {
    return calls("chat.postMessage").stream()
        .filter(call -> channel.equals(call.get("channel")))
        .toList();
  }

  /** When the bot posted into a channel, in order. */
  List<Instant> postedAt(String channel) {
    return requests("chat.postMessage")
        .filter(request -> channel.equals(form(request.getBodyAsString()).get("channel")))
        .map(request -> request.getLoggedDate().toInstant())
        .toList();
  }

  /** The forms of the calls of a method, in order. */
  List<Map<String, String>> calls(String method) {
    return requests(method).map(request -> form(request.getBodyAsString())).toList();
  }

  private Stream<LoggedRequest> requests(String method) {
    return server.findAll(postRequestedFor(urlEqualTo("/api/" + method))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate));
  }

  /** What was answered to a command or click. */
  List<JsonNode> responses(String name) {
    return server.findAll(postRequestedFor(urlEqualTo("/commands/" + name))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .map(request -> json(request.getBodyAsString()))
        .toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      form.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
