package parley.knowledge.generation;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Map;

/**
 * A language model did not do what it was asked. Its message is our own: what the provider said may
 * hold a key, or words that are for nobody's eyes.
 */
final class ModelFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What went wrong. */
  enum Kind {
    LATE("did not answer in time"),
    DROPPED("dropped the connection"),
    UNREACHABLE("could not be reached"),
    KEY_REFUSED("refused the key"),
    LIMITED("said that too much is asked of it (429)"),
    BROKEN("had an error of its own (5xx)"),
    UNKNOWN("is not known to its provider (404)"),
    REFUSED("refused the request (4xx)"),
    FILTERED("withheld its answer"),
    UNREADABLE("sent what is no answer"),
    EMPTY("sent an empty answer"),
    TOO_LONG("would not stop"),
    FAILED("failed"),
    RESTING("is left alone for a while after repeated faults");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** What a client's exceptions mean; no two of these are of one another. */
  private static final Map<Class<? extends Throwable>, Kind> KINDS =
      Map.of(
          AnswerTooLongException.class, Kind.TOO_LONG,
          AuthenticationException.class, Kind.KEY_REFUSED,
          RateLimitException.class, Kind.LIMITED,
          InternalServerException.class, Kind.BROKEN,
          ModelNotFoundException.class, Kind.UNKNOWN,
          InvalidRequestException.class, Kind.REFUSED,
          TimeoutException.class, Kind.LATE,
          ContentFilteredException.class, Kind.FILTERED,
          JacksonException.class, Kind.UNREADABLE,
          ConnectException.class, Kind.UNREACHABLE);

  private final Kind kind;

  ModelFault(Kind kind) {
    this(kind, "");
  }

  private ModelFault(Kind kind, String detail) {
    super("the model " + kind.words() + detail);
    this.kind = kind;
  }

  /** The fault that a model's client met; its own words are left behind. */
  static ModelFault of(Throwable thrown) {
    Kind kind = Kind.FAILED;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ModelFault fault) {
        return fault;
      }
      kind = kind == Kind.FAILED || kind == Kind.DROPPED ? nearer(kind, cause) : kind;
    }
    String detail = kind == Kind.FAILED ? " (" + thrown.getClass().getSimpleName() + ")" : "";
    return new ModelFault(kind, detail);
  }

  Kind kind() {
    return kind;
  }

  /** Whether it may go well the next time. */
  boolean mayPass() {
    return switch (kind) {
      case DROPPED, UNREACHABLE, LIMITED, BROKEN, EMPTY, FAILED -> true;
      case LATE, KEY_REFUSED, UNKNOWN, REFUSED, FILTERED, UNREADABLE, TOO_LONG, RESTING -> false;
    };
  }

  private static Kind nearer(Kind known, Throwable cause) {
    if (cause instanceof HttpException http) {
      return ofStatus(http.statusCode());
    }
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(cause))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(cause instanceof IOException ? Kind.DROPPED : known);
  }

  private static Kind ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 404 -> Kind.UNKNOWN;
      case 408, 504 -> Kind.LATE;
      case 429 -> Kind.LIMITED;
      default -> status >= 500 ? Kind.BROKEN : Kind.REFUSED;
    };
  }
}
