package parley.bot.chat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * One question's way from its event to its reply, across threads: what is logged on it carries the
 * question's id, and what is observed on it belongs to one trace. Thread-safe.
 */
public final class Trail {

  /** By this name the log has a question's id. */
  public static final String QUESTION = "question";

  private final String id;
  private final ObservationRegistry registry;
  private final Observation way;

  private Trail(String id, ObservationRegistry registry, Observation way) {
    this.id = id;
    this.registry = registry;
    this.way = way;
  }

  /** Begins when a question has come, or is taken up again. */
  static Trail begin(String id, String platform, ObservationRegistry registry) {
    Observation way =
        Observation.createNotStarted("parley.question", registry)
            .contextualName("question")
            .lowCardinalityKeyValue("platform", platform)
            .highCardinalityKeyValue("question", id)
            .start();
    return new Trail(id, registry, way);
  }

  /** Goes a part of the way in this thread. */
  <T> T follow(Supplier<T> part) {
    MDC.put(QUESTION, id);
    try {
      return way.scoped(part);
    } finally {
      MDC.remove(QUESTION);
    }
  }

  /** The same of a part that gives nothing. */
  void follow(Runnable part) {
    follow(
        () -> {
          part.run();
          return null;
        });
  }

  /** Begins with a stage that may end in another thread, where it is to be stopped. */
  Observation stage(String stage) {
    return Observation.createNotStarted("parley.stage", registry)
        .contextualName(stage)
        .lowCardinalityKeyValue("stage", stage)
        .parentObservation(way)
        .start();
  }

  /** Ends when the reply is there, or could not be brought. */
  void end() {
    way.stop();
  }
}
