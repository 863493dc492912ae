package parley.bot.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;

/**
 * Whom a chat tells of its work.
 *
 * @param figures counts what becomes of questions
 * @param observations hears how long the parts of a question's way take
 */
public record Instruments(MeterRegistry figures, ObservationRegistry observations) {

  public Instruments {
    Objects.requireNonNull(figures, "figures");
    Objects.requireNonNull(observations, "observations");
  }

  /** Nobody looks at them. */
  static Instruments unwatched() {
    return new Instruments(new SimpleMeterRegistry(), ObservationRegistry.NOOP);
  }
}
