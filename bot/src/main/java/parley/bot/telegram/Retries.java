package parley.bot.telegram;

import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.event.Level;
import parley.bot.chat.BackOff;

/** Tries again what failed in passing, as {@link BackOff} says. No thread waits meanwhile. */
final class Retries {

  private final Retry retry;
  private final ScheduledExecutorService timer;

  Retries(Duration firstWait, ScheduledExecutorService timer) {
    this.timer = timer;
    this.retry =
        BackOff.retry(
            "telegram",
            firstWait,
            e -> e instanceof TelegramFault fault && fault.isPassing(),
            e -> TelegramFault.in(e).map(TelegramFault::retryAfter),
            Level.DEBUG); // while Telegram is down there are very many of these
  }

  /** Calls until it succeeds; what this gives ends with the last {@link TelegramFault} if not. */
  <T> CompletionStage<T> call(Supplier<CompletionStage<T>> call) {
    return retry.executeCompletionStage(timer, call);
  }
}
