package parley.bot.chat;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * When a platform is asked again that has failed in passing: after the time that it names, or else
 * after a time that doubles, with some chance in it, so that many do not come back at the same
 * moment.
 */
public final class BackOff {

  private static final Logger log = LoggerFactory.getLogger(BackOff.class);

  /** With the first wait of half a second, the last try comes about a minute after the first. */
  private static final int TRIES = 8;

  private static final double DOUBLED = 2;
  private static final double CHANCE = 0.3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private BackOff() {}

  /** The wait in milliseconds before each next try, counted from 1: never above half a minute. */
  public static IntervalFunction waits(Duration first) {
    return IntervalFunction.ofExponentialRandomBackoff(first, DOUBLED, CHANCE, LONGEST_WAIT);
  }

  /**
   * Tries a call at most eight times.
   *
   * @param first the wait before the second try
   * @param worthIt whether what a call threw is worth another try
   * @param wanted the wait that the platform names in what a call threw, if it does
   * @param level at which each further try is logged
   */
  public static Retry retry(
      String platform,
      Duration first,
      Predicate<Throwable> worthIt,
      Function<Throwable, Optional<Duration>> wanted,
      Level level) {
    IntervalFunction waits = waits(first);
    Retry retry =
        Retry.of(
            platform,
            RetryConfig.custom()
                .maxAttempts(TRIES)
                .retryOnException(worthIt)
                .intervalBiFunction(
                    (tries, result) ->
                        Optional.of(result)
                            .filter(ended -> ended.isLeft())
                            .flatMap(failed -> wanted.apply(failed.getLeft()))
                            .map(Duration::toMillis)
                            .orElseGet(() -> waits.apply(tries)))
                .build());
    retry.getEventPublisher().onRetry(again -> log(level, again));
    return retry;
  }

  private static void log(Level level, RetryOnRetryEvent again) {
    Throwable cause = again.getLastThrowable();
    log.atLevel(level)
        .log(
            "{}, try {} in {} ms",
            cause == null ? "a call failed" : cause.getMessage(),
            again.getNumberOfRetryAttempts() + 1,
            again.getWaitInterval().toMillis());
  }
}
