package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Telegram's Bot API, as its documentation says that it answers. */
final class MadeUpTelegram implements AutoCloseable {

  static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
  static final String NAME = "parley_talks_bot";
  static final long BOT = 110201543;

  /** How long a poll waits for an update: no test has 50 seconds. */
  private static final long LONGEST_POLL = 300;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> METHODS =
      List.of(
          "getMe",
          "getUpdates",
          "sendMessage",
          "sendMessageDraft",
          "editMessageText",
          "deleteMessage",
          "sendChatAction",
          "answerCallbackQuery",
          "answerInlineQuery",
          "setMyCommands",
          "setWebhook",
          "deleteWebhook");

  /**
   * A call of the bot's.
   *
   * @param nanos when it came
   */
  record Call(String method, JsonNode body, long nanos) {

    long chat() {
      return body.path("chat_id").asLong();
    }

    String text() {
      return body.path("text").asText();
    }
  }

  final WireMockServer server =
      new WireMockServer(
          options()
              .dynamicPort()
              .containerThreads(128)
              .notifier(new Slf4jNotifier(false))
              .disableRequestJournal()
              .extensions(new Answers(), new Journal()));

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> updates = new ArrayList<>();
  private final AtomicInteger lastUpdate = new AtomicInteger(7_000_000);
  private final AtomicInteger lastMessage = new AtomicInteger(500);
  private final AtomicInteger scenarios = new AtomicInteger();
  private boolean rude;

  MadeUpTelegram() {
    server.start();
    server.stubFor(
        any(anyUrl()).atPriority(10).willReturn(aResponse().withTransformers("answers")));
  }

  String url() {
    return server.baseUrl();
  }

  /** An update's id, if it has none yet. */
  ObjectNode number(ObjectNode update) {
    if (!update.has("update_id")) {
      update.put("update_id", lastUpdate.incrementAndGet());
    }
    return update;
  }

  /** Has an update for whoever polls. */
  synchronized void offer(JsonNode update) {
    updates.add(update);
    notifyAll();
  }

  /** From now on every update is sent at each poll, at once and whatever the offset. */
  synchronized void beRude(boolean whetherRude) {
    rude = whetherRude;
    notifyAll();
  }

  /** Forgets the calls so far, so that they take no memory. */
  void forgetCalls() {
    calls.clear();
  }

  /** The calls of a method, in order. */
  List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** What the bot sent into a chat, in order: every call, whatever it was answered. */
  List<Call> sent(long chat) {
    return calls("sendMessage").stream().filter(call -> call.chat() == chat).toList();
  }

  /** The id of the message that the bot sent last. */
  int lastMessage() {
    return lastMessage.get();
  }

  /** All calls that write into a chat, in order. */
  List<Call> written(long chat) {
    return calls.stream()
        .filter(call -> call.chat() == chat)
        .filter(call -> call.method().matches("sendMessage|editMessageText|deleteMessage"))
        .toList();
  }

  /** What the first calls of a method into a chat are answered; later ones succeed. */
  void first(String method, long chat, ResponseDefinitionBuilder... answers) {
    String scenario = method + scenarios.incrementAndGet();
    for (int i = 0; i < answers.length; i++) {
      server.stubFor(
          call(method, chat)
              .inScenario(scenario)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(answers[i])
              .willSetStateTo("after " + (i + 1)));
    }
  }

  /** What every call of a method into a chat is answered. */
  void always(String method, long chat, ResponseDefinitionBuilder answer) {
    server.stubFor(call(method, chat).willReturn(answer));
  }

  private static MappingBuilder call(String method, long chat) {
    return post(urlMatching("(?i)/bot" + TOKEN + "/" + method))
        .withRequestBody(matchingJsonPath("$.chat_id", equalTo(Long.toString(chat))))
        .atPriority(1);
  }

  /** What the first calls of a method are answered; later ones succeed. */
  void first(String method, ResponseDefinitionBuilder... answers) {
    String scenario = method + scenarios.incrementAndGet();
    for (int i = 0; i < answers.length; i++) {
      server.stubFor(
          post(urlMatching("(?i)/bot" + TOKEN + "/" + method))
              .atPriority(1)
              .inScenario(scenario)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(answers[i])
              .willSetStateTo("after " + (i + 1)));
    }
  }

  /** An error as Telegram words it. */
  static ResponseDefinitionBuilder error(int status, String description) {
    return error(status, description, "");
  }

  /** An error with parameters, such as {@code "retry_after":3}. */
  static ResponseDefinitionBuilder error(int status, String description, String parameters) {
    String more = parameters.isEmpty() ? "" : ",\"parameters\":{" + parameters + "}";
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(
            "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
                .formatted(status, description, more));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** The name as it is documented; Telegram takes it in any case. */
  private static String method(Request request) {
    String name = request.getUrl().replaceFirst("^.*/", "");
    return METHODS.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
  }

  private JsonNode result(String method, JsonNode body) {
    return switch (method) {
      case "getMe" ->
          json(
              """
              {"id":%d,"is_bot":true,"first_name":"Parley","username":"%s","can_join_groups":true,
               "can_read_all_group_messages":false,"supports_inline_queries":true}"""
                  .formatted(BOT, NAME));
      case "getUpdates" -> poll(body.path("offset").asInt(), body.path("limit").asInt(100));
      case "sendMessage" -> message(body, lastMessage.incrementAndGet());
      case "editMessageText" -> message(body, body.path("message_id").asInt());
      default -> METHODS.contains(method) ? JSON.getNodeFactory().booleanNode(true) : null;
    };
  }

  private static ObjectNode message(JsonNode body, int id) {
    ObjectNode message = JSON.createObjectNode().put("message_id", id).put("date", 1767690000);
    message
        .putObject("from")
        .put("id", BOT)
        .put("is_bot", true)
        .put("first_name", "Parley")
        .put("username", NAME);
    long chat = body.path("chat_id").asLong();
    message.putObject("chat").put("id", chat).put("type", chat < 0 ? "supergroup" : "private");
    return message.put("text", body.path("text").asText());
  }

  private synchronized ArrayNode poll(int offset, int limit) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_POLL);
    while (!rude && from(offset).isEmpty() && System.nanoTime() < end) {
      try {
        wait(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    if (!rude) {
      updates.removeIf(update -> update.path("update_id").asInt() < offset);
    }
    ArrayNode page = JSON.createArrayNode();
    (rude ? updates : from(offset)).stream().limit(limit).forEach(page::add);
    return page;
  }

  private List<JsonNode> from(int offset) {
    return updates.stream().filter(update -> update.path("update_id").asInt() >= offset).toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** What is documented. */
  private final class Answers implements ResponseDefinitionTransformerV2 {

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      Request request = event.getRequest();
      if (!request.getUrl().startsWith("/bot" + TOKEN + "/")) {
        return error(401, "Unauthorized").build();
      }
      JsonNode result = result(method(request), json(request.getBodyAsString()));
      if (result == null) {
        return error(404, "Not Found").build();
      }
      ObjectNode answer = JSON.createObjectNode().put("ok", true);
      answer.set("result", result);
      return aResponse()
          .withHeader("Content-Type", "application/json")
          .withBody(answer.toString())
          .build();
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public String getName() {
      return "answers";
    }
  }

  /** Writes down every call when it comes. */
  private final class Journal implements StubRequestFilterV2 {

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
      calls.add(new Call(method(request), json(request.getBodyAsString()), System.nanoTime()));
      return RequestFilterAction.continueWith(request);
    }

    @Override
    public String getName() {
      return "journal";
    }
  }
}
