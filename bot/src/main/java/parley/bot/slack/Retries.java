package parley.bot.slack;

import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.event.Level;
import parley.bot.chat.BackOff;

/** Tries again what failed in passing, as {@link BackOff} says. */
final class Retries {

  private final Retry repeatable;
  private final Retry unlessUnanswered;

  Retries(Duration firstWait) {
    repeatable = retry(firstWait, SlackFault::isPassing);
    unlessUnanswered = retry(firstWait, fault -> fault.isPassing() && !fault.isUnanswered());
  }

  private static Retry retry(Duration firstWait, Predicate<SlackFault> worthIt) {
    return BackOff.retry(
        "slack",
        firstWait,
        e -> e instanceof SlackFault fault && worthIt.test(fault),
        Retries::wanted,
        Level.INFO);
  }

  private static Optional<Duration> wanted(Throwable failure) {
    return failure instanceof SlackFault fault
        ? Optional.ofNullable(fault.retryAfter())
        : Optional.empty();
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
