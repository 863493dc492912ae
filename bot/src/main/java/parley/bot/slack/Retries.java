package parley.bot.slack;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed in passing: after the time that Slack names, or else after a time that
 * doubles, with some chance in it, so that many do not come back at the same moment.
 */
final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  /** With the first wait of half a second, the last try comes about a minute after the first. */
  private static final int TRIES = 8;

  private static final double DOUBLED = 2;
  private static final double CHANCE = 0.3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Retry repeatable;
  private final Retry unlessUnanswered;

  Retries(Duration firstWait) {
    IntervalFunction waits =
        IntervalFunction.ofExponentialRandomBackoff(firstWait, DOUBLED, CHANCE, LONGEST_WAIT);
    repeatable = retry(waits, SlackFault::isPassing);
    unlessUnanswered = retry(waits, fault -> fault.isPassing() && !fault.isUnanswered());
  }

  private static Retry retry(IntervalFunction waits, Predicate<SlackFault> worthIt) {
    Retry retry =
        Retry.of(
            "slack",
            RetryConfig.custom()
                .maxAttempts(TRIES)
                .retryOnException(e -> e instanceof SlackFault fault && worthIt.test(fault))
                .intervalBiFunction((tries, result) -> wait(waits.apply(tries), result))
                .build());
    retry.getEventPublisher().onRetry(Retries::log);
    return retry;
  }

  private static void log(RetryOnRetryEvent again) {
    Throwable cause = again.getLastThrowable();
    log.info(
        "{}, try {} in {} ms",
        cause == null ? "a call failed" : cause.getMessage(),
        again.getNumberOfRetryAttempts() + 1,
        again.getWaitInterval().toMillis());
  }

  private static long wait(long otherwise, Either<Throwable, Object> result) {
    Throwable cause = result.isLeft() ? result.getLeft() : null;
    if (cause instanceof SlackFault fault) {
      Duration wanted = fault.retryAfter();
      return wanted == null ? otherwise : wanted.toMillis();
    }
    return otherwise;
  }

  /**
   * Calls until it succeeds what does no harm when it is done twice.
   *
   * @throws SlackFault the last, if it does not succeed
   */
  <T> T repeat(Supplier<T> call) {
    return repeatable.executeSupplier(call);
  }

  /**
   * The same for what should not be done twice and cannot be looked up: a call that Slack does not
   * answer is not made again.
   *
   * @throws SlackFault the last, if it does not succeed
   */
  <T> T repeatUnlessUnanswered(Supplier<T> call) {
    return unlessUnanswered.executeSupplier(call);
  }
}
