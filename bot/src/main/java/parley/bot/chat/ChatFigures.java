package parley.bot.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import parley.knowledge.Outcome;

/** Counts what becomes of questions, and how long answers take to make. Thread-safe. */
final class ChatFigures {

  private final MeterRegistry registry;

  ChatFigures(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A question has ended. */
  void ended(String platform, Outcome outcome, Duration time) {
    Timer.builder("parley.questions")
        .description("Questions by how they ended, and the time it took to make the answer")
        .tag("platform", platform)
        .tag("outcome", outcome.code())
        .publishPercentiles(0.5, 0.95)
        .register(registry)
        .record(time);
  }

  /** A question was not looked at. */
  void refused(String platform, Refusal refusal) {
    registry
        .counter(
            "parley.refusals",
            "platform",
            platform,
            "reason",
            refusal.reason().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
