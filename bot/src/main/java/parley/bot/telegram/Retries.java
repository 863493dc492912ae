package parley.bot.telegram;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.event.RetryOnRetryEvent;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what failed in passing: after the time that Telegram names, or else after a time that
 * doubles, with some chance in it, so that many do not come back at the same moment. No thread
 * waits meanwhile.
 */
final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  /** With the first wait of half a second, the last try comes about a minute after the first. */
  private static final int TRIES = 8;

  private static final double DOUBLED = 2;
  private static final double CHANCE = 0.3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Retry retry;
  private final ScheduledExecutorService timer;

  Retries(Duration firstWait, ScheduledExecutorService timer) {
    IntervalFunction waits = waits(firstWait);
    this.timer = timer;
    this.retry =
        Retry.of(
            "telegram",
            RetryConfig.custom()
                .maxAttempts(TRIES)
                .retryOnException(e -> e instanceof TelegramFault fault && fault.isPassing())
                .intervalBiFunction((tries, result) -> wait(waits.apply(tries), result))
                .build());
    retry.getEventPublisher().onRetry(Retries::log);
  }

  /** The wait in milliseconds before each next try, counted from 1: never above half a minute. */
  static IntervalFunction waits(Duration first) {
    return IntervalFunction.ofExponentialRandomBackoff(first, DOUBLED, CHANCE, LONGEST_WAIT);
  }

  /** While Telegram is down there are very many of these. */
  private static void log(RetryOnRetryEvent again) {
    Throwable cause = again.getLastThrowable();
    log.debug(
        "{}, try {} in {} ms",
        cause == null ? "a call failed" : cause.getMessage(),
        again.getNumberOfRetryAttempts() + 1,
        again.getWaitInterval().toMillis());
  }

  private static long wait(long otherwise, Either<Throwable, Object> result) {
    Throwable cause = result.isLeft() ? result.getLeft() : null;
    return TelegramFault.in(cause)
        .map(TelegramFault::retryAfter)
        .map(Duration::toMillis)
        .orElse(otherwise);
  }

  /** Calls until it succeeds; what this gives ends with the last {@link TelegramFault} if not. */
  <T> CompletionStage<T> call(Supplier<CompletionStage<T>> call) {
    return retry.executeCompletionStage(timer, call);
  }
}
