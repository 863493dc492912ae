package parley.bot.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/** Whom a chat tells of its work. Thread-safe. */
public final class Instruments {

  private final MeterRegistry figures;
  private final ObservationRegistry observations;

  /**
   * Tells these.
   *
   * @param figures counts what becomes of questions
   * @param observations hears how long the parts of a question's way take
   */
  public Instruments(MeterRegistry figures, ObservationRegistry observations) {
    this.figures = figures;
    this.observations = observations;
  }

  /** Nobody looks at them. */
  static Instruments unwatched() {
    return new Instruments(new SimpleMeterRegistry(), ObservationRegistry.NOOP);
  }

  MeterRegistry figures() {
    return figures;
  }

  ObservationRegistry observations() {
    return observations;
  }
}
