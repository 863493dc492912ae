package parley.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sends the bot what Slack would send it, signed as Slack documents it. */
final class SlackEvents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong COUNTER = new AtomicLong();

  /** Slack itself gives up after three seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final String secret;

  SlackEvents(int port, String secret) {
    this.port = port;
    this.secret = secret;
  }

  /** A message's name that no other has. */
  static String newTs() {
    return "1767690000.%06d".formatted(COUNTER.incrementAndGet());
  }

  /** An {@code app_mention} with a new event id. */
  static ObjectNode mention(String channel, String user, String text, String ts) {
    return envelope(message("app_mention", channel, user, text, ts));
  }

  /** A {@code message} with a new event id. */
  static ObjectNode said(
      String channel, String user, String text, String ts, @Nullable String threadTs) {
    ObjectNode message = message("message", channel, user, text, ts);
    message.put("channel_type", channel.startsWith("D") ? "im" : "channel");
    if (threadTs != null) {
      message.put("thread_ts", threadTs);
    }
    return envelope(message);
  }

  private static ObjectNode message(
      String type, String channel, String user, String text, String ts) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("user", user)
        .put("text", text)
        .put("ts", ts)
        .put("channel", channel)
        .put("event_ts", ts);
  }

  static ObjectNode envelope(ObjectNode event) {
    ObjectNode envelope =
        JSON.createObjectNode()
            .put("token", "ZZZZZZWSxiZZZ2yIvs3peJ")
            .put("team_id", MadeUpSlack.TEAM)
            .put("api_app_id", "A0MDYCDME")
            .put("type", "event_callback")
            .put("event_id", "Ev" + COUNTER.incrementAndGet())
            .put("event_time", 1767690000);
    envelope.set("event", event);
    return envelope;
  }

  static ObjectNode event(ObjectNode envelope) {
    return (ObjectNode) envelope.get("event");
  }

  /** A click on a button of a message. */
  static ObjectNode click(
      String channel, String user, String actionId, String value, String responseUrl) {
    ObjectNode click =
        JSON.createObjectNode()
            .put("type", "block_actions")
            .put("trigger_id", "trigger" + COUNTER.incrementAndGet())
            .put("response_url", responseUrl);
    click.putObject("team").put("id", MadeUpSlack.TEAM).put("domain", "subarachnoid");
    click.putObject("user").put("id", user).put("team_id", MadeUpSlack.TEAM);
    click.putObject("channel").put("id", channel).put("name", "general");
    click
        .putObject("container")
        .put("type", "message")
        .put("message_ts", "1767690000.999999")
        .put("channel_id", channel)
        .put("is_ephemeral", false);
    click
        .putArray("actions")
        .addObject()
        .put("action_id", actionId)
        .put("value", value)
        .put("type", "button");
    return click;
  }

  int send(ObjectNode event) {
    return send(event.toString(), "application/json", Instant.now());
  }

  int sendPayload(ObjectNode payload) {
    return send(
        "payload=" + encode(payload.toString()),
        "application/x-www-form-urlencoded",
        Instant.now());
  }

  int command(String channel, String user, String text, String responseUrl) {
    String form =
        "team_id="
            + MadeUpSlack.TEAM
            + "&channel_id="
            + channel
            + "&user_id="
            + user
            + "&command="
            + encode("/talks")
            + "&text="
            + encode(text)
            + "&response_url="
            + encode(responseUrl)
            + "&trigger_id=trigger"
            + COUNTER.incrementAndGet();
    return send(form, "application/x-www-form-urlencoded", Instant.now());
  }

  int send(String body, String contentType, Instant time) {
    String seconds = Long.toString(time.getEpochSecond());
    return sendSigned(body, contentType, seconds, sign(secret, seconds, body));
  }

  int sendSigned(String body, String contentType, String seconds, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slack/events"))
            .header("Content-Type", contentType)
            .header("X-Slack-Request-Timestamp", seconds)
            .header("X-Slack-Signature", signature)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String sign(String secret, String seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
