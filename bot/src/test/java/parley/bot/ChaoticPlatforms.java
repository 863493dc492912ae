package parley.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API and Telegram's Bot API on a bad day: some calls fail without effect, some of
 * Slack's after it, some are told to come later, some break off. What people come to see is kept,
 * and Slack's threads can be read, as the real ones can.
 */
final class ChaoticPlatforms implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TELEGRAM = "/bot" + MadeUpTelegram.TOKEN + "/";

  /** Of a hundred calls so many and one break off, are told to come later, or end in a 500. */
  private static final int RESET = 2;

  private static final int LATER = 5;
  private static final int BROKEN = 11;

  /** How long some wait for their answer, in milliseconds. */
  private static final int DELAY = 3_000;

  private final Random random;
  private final WireMockServer server =
      new WireMockServer(
          options()
              .dynamicPort()
              .containerThreads(128)
              .notifier(new Slf4jNotifier(false))
              .disableRequestJournal()
              .extensions(new Chaos()));

  /** By thread: what was posted there, each with its metadata. */
  private final Map<String, List<ObjectNode>> threads = new ConcurrentHashMap<>();

  /** By channel: what one person alone was told. */
  private final Map<String, List<String>> asides = new ConcurrentHashMap<>();

  /** By chat: what was sent there, by its number. */
  private final Map<Long, Map<Integer, String>> chats = new ConcurrentHashMap<>();

  private final NavigableMap<Integer, JsonNode> updates = new TreeMap<>();
  private volatile boolean calm;
  private int lastTs;
  private int polls;
  private int lastUpdate = 7_000_000;

  ChaoticPlatforms(long seed) {
    random = new Random(seed);
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("chaos")));
  }

  String url() {
    return server.baseUrl();
  }

  /** From now on nothing fails. */
  void calmDown() {
    calm = true;
  }

  List<String> inThread(String ts) {
    return threads.getOrDefault(ts, List.of()).stream()
        .map(message -> message.path("text").asText())
        .toList();
  }

  List<String> aside(String channel) {
    return asides.getOrDefault(channel, List.of());
  }

  List<String> inChat(long chat) {
    return List.copyOf(chats.getOrDefault(chat, Map.of()).values());
  }

  /** How many messages there are to see in all. */
  long shown() {
    return Stream.of(
            threads.values().stream().map(List::size), chats.values().stream().map(Map::size))
        .flatMap(sizes -> sizes)
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** How often it was asked for updates. */
  synchronized int polls() {
    return polls;
  }

  /** How many updates were not confirmed. */
  synchronized int unconfirmed() {
    return updates.size();
  }

  synchronized void offer(ObjectNode update) {
    updates.put(++lastUpdate, update.put("update_id", lastUpdate));
  }

  private synchronized ResponseDefinition answer(Request request) {
    int luck = calm ? 100 : random.nextInt(100); // below 12 nothing is done
    String url = request.getUrl();
    if (url.startsWith(TELEGRAM)) {
      return luck <= BROKEN ? failure(luck) : telegram(url.substring(TELEGRAM.length()), request);
    }
    ResponseDefinition done =
        luck <= BROKEN ? null : slack(url.replaceFirst("^/api/", ""), request);
    if (done == null) {
      return failure(luck);
    }
    // what was done is not answered with "later"
    return luck < 18 ? failure(luck % 2 == 0 ? RESET : BROKEN) : luck < 21 ? delayed(done) : done;
  }

  private static ResponseDefinition delayed(ResponseDefinition done) {
    return ResponseDefinitionBuilder.like(done).withFixedDelay(DELAY).build();
  }

  private static ResponseDefinition failure(int kind) {
    if (kind <= RESET) {
      return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
    }
    if (kind <= LATER) {
      return aResponse()
          .withStatus(429)
          .withHeader("Retry-After", "1")
          .withBody("{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1}}")
          .build();
    }
    return aResponse().withStatus(500).withBody("<html>oops</html>").build();
  }

  private ResponseDefinition slack(String method, Request request) {
    Map<String, String> form = form(request.getBodyAsString());
    return ok(
        switch (method) {
          case "auth.test" ->
              "{\"ok\":true,\"team_id\":\"%s\",\"user_id\":\"%s\"}"
                  .formatted(MadeUpSlack.TEAM, MadeUpSlack.BOT);
          case "chat.postMessage" -> post(form);
          case "chat.update" -> update(form);
          case "chat.postEphemeral" -> {
            asides
                .computeIfAbsent(form.get("channel"), channel -> new ArrayList<>())
                .add(form.get("text"));
            yield "{\"ok\":true,\"message_ts\":\"1.1\"}";
          }
          case "conversations.replies" -> {
            ObjectNode replies = JSON.createObjectNode().put("ok", true).put("has_more", false);
            threads.getOrDefault(form.get("ts"), List.of()).stream()
                .filter(message -> isSince(message, form.get("oldest")))
                .forEach(replies.withArray("messages")::add);
            replies.withArray("messages");
            yield replies.toString();
          }
          default -> "{\"ok\":true}";
        });
  }

  private String post(Map<String, String> form) {
    ObjectNode message =
        JSON.createObjectNode()
            .put("type", "message")
            .put("text", form.get("text"))
            .put("ts", "1767690001.%06d".formatted(++lastTs));
    message.set("metadata", MadeUpSlack.json(form.getOrDefault("metadata", "{}")));
    threads.computeIfAbsent(form.get("thread_ts"), ts -> new ArrayList<>()).add(message);
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    answer.put("channel", form.get("channel")).put("ts", message.path("ts").asText());
    return answer.toString();
  }

  private static boolean isSince(ObjectNode message, @Nullable String oldest) {
    return oldest == null || message.path("ts").asText().compareTo(oldest) >= 0;
  }

  private String update(Map<String, String> form) {
    threads.values().stream()
        .flatMap(List::stream)
        .filter(message -> message.path("ts").asText().equals(form.get("ts")))
        .forEach(message -> message.put("text", form.get("text")));
    return JSON.createObjectNode().put("ok", true).put("ts", form.get("ts")).toString();
  }

  private ResponseDefinition telegram(String method, Request request) {
    JsonNode body = MadeUpTelegram.json(request.getBodyAsString());
    JsonNode result =
        switch (method) {
          case "getMe" ->
              MadeUpTelegram.json(
                  "{\"id\":110201543,\"is_bot\":true,\"first_name\":\"Parley\",\"username\":\"%s\"}"
                      .formatted(MadeUpTelegram.NAME));
          case "getUpdates" -> updatesFrom(body.path("offset").asInt());
          case "sendMessage" -> {
            long chat = body.path("chat_id").asLong();
            chats
                .computeIfAbsent(chat, c -> new ConcurrentSkipListMap<>())
                .put(++lastTs, body.path("text").asText());
            yield sent(lastTs, chat);
          }
          case "editMessageText" -> {
            long chat = body.path("chat_id").asLong();
            int id = body.path("message_id").asInt();
            chats.get(chat).put(id, body.path("text").asText());
            yield sent(id, chat);
          }
          default -> JSON.getNodeFactory().booleanNode(true);
        };
    return ok(JSON.createObjectNode().put("ok", true).set("result", result).toString());
  }

  private static JsonNode sent(int id, long chat) {
    return MadeUpTelegram.json(
        "{\"message_id\":%d,\"date\":1767690000,\"chat\":{\"id\":%d,\"type\":\"private\"}}"
            .formatted(id, chat));
  }

  private ArrayNode updatesFrom(int offset) {
    polls++;
    updates.headMap(offset).clear();
    ArrayNode page = JSON.createArrayNode();
    updates.values().stream().limit(100).forEach(page::add);
    return page;
  }

  private static ResponseDefinition ok(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body).build();
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .filter(parts -> parts.length == 2)
        .collect(
            Collectors.toMap(
                parts -> decode(parts[0]),
                parts -> decode(parts[1]),
                (first, again) -> first)); // Slack's client says some things twice
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Answers every call. */
  private final class Chaos implements ResponseDefinitionTransformerV2 {

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return answer(event.getRequest());
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public String getName() {
      return "chaos";
    }
  }
}
