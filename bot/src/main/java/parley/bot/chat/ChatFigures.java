package parley.bot.chat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import parley.knowledge.Answer;

/** Counts what becomes of questions, and how long answers take to make. Thread-safe. */
final class ChatFigures {

  private final MeterRegistry registry;

  ChatFigures(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A question has ended. */
  void ended(String platform, Answer answer, Duration time) {
    Timer.builder("parley.questions")
        .description("Questions by how they ended, and the time it took to make the answer")
        .tag("platform", platform)
        .tag("outcome", answer.outcome().code())
        .publishPercentiles(0.5, 0.95)
        .register(registry)
        .record(time);
    tokens("in").increment(answer.tokens().in());
    tokens("out").increment(answer.tokens().out());
  }

  private Counter tokens(String direction) {
    return Counter.builder("parley.tokens")
        .description("What a language model has read (in) and written (out)")
        .tag("direction", direction)
        .register(registry);
  }

  /** Shows how much waits for workers or is worked on. */
  void show(String queue, OrderedWorkers workers) {
    Gauge.builder("parley.queue", workers, OrderedWorkers::unfinished)
        .description("Tasks that wait or are worked on")
        .tag("queue", queue)
        .register(registry);
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
