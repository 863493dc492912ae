package parley.bot.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt's servlet, which sees nothing but what Slack has signed. Bolt itself verifies only what it
 * could read first, and logs the whole of what it cannot read.
 */
final class SlackServlet extends SlackAppServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(SlackServlet.class);

  /** Slack's largest events are far below. */
  private static final int MOST_BYTES = 1 << 20;

  private final transient SlackSignature.Verifier verifier;

  SlackServlet(App app, String signingSecret) {
    super(app);
    verifier = new SlackSignature.Verifier(new SlackSignature.Generator(signingSecret));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    String text = new String(body, StandardCharsets.UTF_8);
    if (body.length > MOST_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
    } else if (!isSigned(request, text)) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "a wrong or old signature");
    } else {
      handle(new ReadRequest(request, text), response);
    }
  }

  private void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      // What a handler throws it answers with 500 itself.
      super.doPost(request, response);
    } catch (RuntimeException e) {
      log.debug("a signed request cannot be read", e);
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "it is not an event of Slack's");
    }
  }

  private boolean isSigned(HttpServletRequest request, String body) {
    String time = request.getHeader(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
    String signature = request.getHeader(SlackSignature.HeaderNames.X_SLACK_SIGNATURE);
    return time != null && signature != null && verifier.isValid(time, body, signature);
  }

  private static void refuse(HttpServletResponse response, int status, String reason) {
    log.info("a request to the slack address was refused: {}", reason);
    response.setStatus(status);
  }

  /** A request whose body has been read. */
  private static final class ReadRequest extends HttpServletRequestWrapper {

    private final String body;

    ReadRequest(HttpServletRequest request, String body) {
      super(request);
      this.body = body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new StringReader(body));
    }
  }
}
