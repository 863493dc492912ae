package parley.bot.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack has not done what it was asked; what is left to do depends on why. */
final class SlackFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Answers with status 200 that mean a failure within Slack. */
  private static final Set<String> SLACK_ITSELF =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> LATER =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

  /** What Slack's documentation tells to wait where it does not say how long. */
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  private final String code;
  private final boolean passing;
  private final boolean unsure;
  private final @Nullable Duration retryAfter;

  private SlackFault(
      String method,
      String code,
      boolean passing,
      boolean unsure,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(method + " failed: " + code, cause);
    this.code = code;
    this.passing = passing;
    this.unsure = unsure;
    this.retryAfter = retryAfter;
  }

  /** Slack answered {@code "ok": false}. */
  static SlackFault answered(String method, @Nullable String error) {
    String code = String.valueOf(error);
    boolean itself = SLACK_ITSELF.contains(code);
    boolean later = LATER.contains(code);
    return new SlackFault(method, code, itself || later, itself, later ? A_WHILE : null, null);
  }

  /** Slack answered with a status other than 200. */
  static SlackFault status(String method, SlackApiException e) {
    return status(method, e.getResponse().code(), e.getResponse().header("Retry-After"));
  }

  /** As {@link #status(String, SlackApiException)}, where the Web API's client was not used. */
  static SlackFault status(String method, int status, @Nullable String retryAfter) {
    boolean limited = status == 429;
    return new SlackFault(
        method,
        "http_" + status,
        limited || status >= 500,
        status >= 500,
        limited ? seconds(retryAfter) : null,
        null);
  }

  /** No answer came, or none that can be read. */
  static SlackFault silence(String method, Exception e) {
    boolean neverSent = e instanceof ConnectException || e instanceof UnknownHostException;
    String code = e instanceof IOException ? "no_answer" : "unreadable_answer";
    if (!(e instanceof IOException || e instanceof JsonParseException)) {
      throw new IllegalArgumentException("not a fault of Slack", e);
    }
    return new SlackFault(method, code, true, !neverSent, null, e);
  }

  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,5}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : A_WHILE;
  }

  /** Slack's name for it, for example {@code channel_not_found}. */
  String code() {
    return code;
  }

  /** Whether it is worth trying again. */
  boolean isPassing() {
    return passing;
  }

  /** Whether Slack may have done it nevertheless. */
  boolean isUnsure() {
    return unsure;
  }

  /** How long Slack wants us to wait before the next try, where it says so. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
