package parley.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line what went wrong. */
final class Failure {

  private static final Logger log = LoggerFactory.getLogger(Failure.class);

  private Failure() {}

  /** The message of what was thrown; what has none is named, and its trace logged at debug. */
  static String describe(Throwable failure) {
    log.debug("failed", failure);
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName() + ": run it again with --verbose to see where"
        : message.lines().findFirst().orElse(message);
  }
}
