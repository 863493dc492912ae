package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the updates that Telegram sends, and nobody else's. */
final class WebhookServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(WebhookServlet.class);

  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** Telegram's largest updates are far below. */
  private static final int MOST_BYTES = 1 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] secret;
  private final transient Consumer<JsonNode> handler;

  /**
   * A servlet.
   *
   * @param handler takes each update; what it throws is the storage's failure, and Telegram sends
   *     the update again
   */
  WebhookServlet(String secret, Consumer<JsonNode> handler) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.handler = handler;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isTelegrams(request)) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "a wrong secret");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
    } else {
      handle(body, response);
    }
  }

  private void handle(byte[] body, HttpServletResponse response) {
    Optional<JsonNode> update = read(body);
    if (update.isEmpty()) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "it is not an update");
      return;
    }
    try {
      handler.accept(update.get());
    } catch (RuntimeException e) {
      log.warn("an update could not be kept, telegram will send it again: {}", e.getMessage());
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  /** An update as it came; empty where the body is none. */
  static Optional<JsonNode> read(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty(); // Jackson's own, or of an encoding that is none
    }
  }

  /** The comparison takes as long however much of a wrong secret is right. */
  private boolean isTelegrams(HttpServletRequest request) {
    String given = request.getHeader(SECRET_HEADER);
    return given != null && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(HttpServletResponse response, int status, String reason) {
    log.info("a request to the telegram address was refused: {}", reason);
    response.setStatus(status);
  }
}
