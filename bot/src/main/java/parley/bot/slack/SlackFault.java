package parley.bot.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.DeliveryException;

/** Slack has not done what it was asked; what is left to do depends on why. */
final class SlackFault extends DeliveryException {

  private static final long serialVersionUID = 1L;

  /** Answers with status 200 that mean a failure within Slack. */
  private static final Set<String> SLACK_ITSELF =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> LATER =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

  /** What the workspace or the app lacks, so that a method never does anything there. */
  private static final Set<String> LACKING =
      Set.of(
          "unknown_method",
          "method_deprecated",
          "missing_scope",
          "not_allowed",
          "not_allowed_token_type",
          "feature_not_enabled");

  /** Why a message cannot be replaced any more. */
  private static final Set<String> NOT_REPLACEABLE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  /** Nobody waits longer for an answer. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** What Slack's documentation tells to wait where it does not say how long. */
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  /** What went wrong. */
  private enum Kind {
    /** It will be the same the next time. */
    REFUSED,
    /** Too much was asked of Slack. */
    LIMITED,
    /** Slack failed; by its documentation, a part of what was asked may be done. */
    FAILED,
    /** No answer came, or none that can be read. */
    UNANSWERED,
    /** What was asked has not left the house. */
    UNREACHED
  }

  private final String code;
  private final Kind kind;
  private final @Nullable Duration retryAfter;

  private SlackFault(
      String message,
      String code,
      Kind kind,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  private static SlackFault of(
      String method,
      String code,
      Kind kind,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    return new SlackFault(method + " failed: " + code, code, kind, retryAfter, cause);
  }

  /** Slack answered {@code "ok": false}. */
  static SlackFault answered(String method, @Nullable String error) {
    String code = String.valueOf(error);
    if (LATER.contains(code)) {
      return of(method, code, Kind.LIMITED, A_WHILE, null);
    }
    Kind kind = SLACK_ITSELF.contains(code) ? Kind.FAILED : Kind.REFUSED;
    return of(method, code, kind, null, null);
  }

  /** Slack answered with a status other than 200. */
  static SlackFault status(String method, SlackApiException e) {
    return status(method, e.getResponse().code(), e.getResponse().header("Retry-After"));
  }

  private static SlackFault status(String method, int status, @Nullable String retryAfter) {
    String code = "http_" + status;
    if (status == 429) {
      return of(method, code, Kind.LIMITED, seconds(retryAfter), null);
    }
    return of(method, code, status >= 500 ? Kind.FAILED : Kind.REFUSED, null, null);
  }

  /**
   * An address that came with a command or a click answered with a status other than 200.
   *
   * @param body names the error, as a word or in JSON
   */
  static SlackFault status(String method, int status, @Nullable String retryAfter, String body) {
    boolean named = status < 500 && status != 429 && error(body).matches("[a-z_]{3,60}");
    return named ? answered(method, error(body)) : status(method, status, retryAfter);
  }

  private static String error(String body) {
    try {
      return JsonParser.parseString(body) instanceof JsonObject json && json.has("error")
          ? json.get("error").getAsString()
          : body.strip();
    } catch (JsonParseException | IllegalStateException e) {
      return "";
    }
  }

  /** No answer came, or none that can be read. */
  static SlackFault silence(String method, Exception e) {
    if (e instanceof JsonParseException) {
      return of(method, "unreadable_answer", Kind.UNANSWERED, null, e);
    }
    if (!(e instanceof IOException)) {
      throw new IllegalArgumentException("not a fault of Slack", e);
    }
    boolean neverSent = e instanceof ConnectException || e instanceof UnknownHostException;
    return of(method, "no_answer", neverSent ? Kind.UNREACHED : Kind.UNANSWERED, null, e);
  }

  /**
   * Whether an earlier try was carried out cannot be learnt, so that another might do it twice.
   *
   * @param cause why it cannot be learnt, if Slack said so
   */
  static SlackFault perhapsDone(String method, @Nullable SlackFault cause) {
    return of(method, "perhaps_done", Kind.REFUSED, null, cause);
  }

  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,5}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : A_WHILE;
  }

  /** The same, with a word on how to mend it. */
  SlackFault with(String mend) {
    return new SlackFault(getMessage() + ": " + mend, code, kind, retryAfter, getCause());
  }

  /** Slack's name for it, for example {@code channel_not_found}. */
  String code() {
    return code;
  }

  /** Whether it is worth trying again. */
  boolean isPassing() {
    boolean tooLong = retryAfter != null && retryAfter.compareTo(LONGEST_WAIT) > 0;
    return kind != Kind.REFUSED && !tooLong;
  }

  /** Whether the same call never succeeds in this workspace. */
  boolean isOfTheWorkspace() {
    return LACKING.contains(code);
  }

  /** Whether a message that was to be replaced is gone, or may not be changed any more. */
  boolean isNotReplaceable() {
    return NOT_REPLACEABLE.contains(code);
  }

  /** Whether Slack may have done it nevertheless. */
  boolean isUnsure() {
    return kind == Kind.FAILED || kind == Kind.UNANSWERED;
  }

  /** Whether Slack said nothing on what it was asked. */
  boolean isUnanswered() {
    return kind == Kind.UNANSWERED;
  }

  /** How long Slack wants us to wait before the next try, where it says so. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
