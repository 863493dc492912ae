package parley.knowledge.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;

/**
 * Tells how long each stage of an answer takes, to whoever observes the question around it: as a
 * timer {@code parley.stage} with the tag {@code stage}, or as a span within that of the question.
 * What nobody asked for, such as the questions that a page proposes, is not told. Thread-safe.
 */
public final class Stages {

  /** Nobody watches. */
  public static final Stages UNOBSERVED = new Stages(ObservationRegistry.NOOP);

  private static final Observation.Event DROPPED = Observation.Event.of("dropped");

  private final ObservationRegistry registry;

  /** Tells the registry's handlers. */
  public Stages(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Goes through a stage, in this thread. */
  public <T> T through(Stage stage, Supplier<T> work) {
    return registry.getCurrentObservation() == null ? work.get() : observed(stage, work);
  }

  private <T> T observed(Stage stage, Supplier<T> work) {
    return Observation.createNotStarted("parley.stage", registry)
        .contextualName(stage.key())
        .lowCardinalityKeyValue("stage", stage.key())
        .observe(work);
  }

  /** Tells that a statement was dropped by the stage that this thread is in. */
  public void statementDropped() {
    Observation stage = registry.getCurrentObservation();
    if (stage != null) {
      stage.event(DROPPED);
    }
  }
}
