package parley.knowledge.generation;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.TokenUse;
import parley.knowledge.observation.Stage;
import parley.knowledge.observation.Stages;

/**
 * A model that is asked again where that may help, and left alone where it does not. Thread-safe if
 * the model is.
 */
final class GuardedModel {

  private static final Logger log = LoggerFactory.getLogger(GuardedModel.class);

  private static final int TRIES = 3;

  /** A try that has less time than this is not worth its tokens. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final double PAUSE_GROWS = 2.5;

  /** Three of the last five failed: the next people get their answers at once. */
  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(5)
          .minimumNumberOfCalls(3)
          .failureRateThreshold(60)
          .waitDurationInOpenState(Duration.ofSeconds(30))
          .permittedNumberOfCallsInHalfOpenState(1)
          .build();

  private final StreamingChatModel model;
  private final Stages stages;
  private final IntervalFunction pause;
  private final CircuitBreaker breaker = CircuitBreaker.of("model", BREAKER);

  GuardedModel(StreamingChatModel model, Stages stages) {
    this(model, stages, PAUSE);
  }

  /**
   * @param firstPause before the second try
   */
  GuardedModel(StreamingChatModel model, Stages stages, Duration firstPause) {
    this.model = model;
    this.stages = stages;
    this.pause = IntervalFunction.ofExponentialRandomBackoff(firstPause, PAUSE_GROWS);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> log.info("the model's breaker: {}", event.getStateTransition()));
  }

  /**
   * Has the model write.
   *
   * @param reading a new one for each try
   * @param spent hears what each try took
   * @return the reading that took in the whole text
   * @throws ModelFault if it does not write before the deadline
   */
  <R extends Reading> R ask(
      List<ChatMessage> messages,
      Deadline deadline,
      Supplier<R> reading,
      Consumer<TokenUse> spent) {
    ModelCall call = new ModelCall(messages, deadline, spent);
    try {
      return breaker.executeSupplier(() -> stages.through(Stage.MODEL, () -> tried(call, reading)));
    } catch (CallNotPermittedException e) {
      throw new ModelFault(ModelFault.Kind.RESTING);
    }
  }

  private <R extends Reading> R tried(ModelCall call, Supplier<R> reading) {
    Attempt<R> attempt = new Attempt<>(call, reading);
    Retry retry =
        Retry.of(
            "model",
            RetryConfig.custom()
                .maxAttempts(TRIES)
                .intervalFunction(pause)
                .retryOnException(attempt::mayRepeat)
                .build());
    return retry.executeSupplier(() -> attempt.run(model));
  }

  /** The tries of one call. Not thread-safe. */
  private static final class Attempt<R extends Reading> {

    private final ModelCall call;
    private final Supplier<R> readings;
    private R reading;

    Attempt(ModelCall call, Supplier<R> readings) {
      this.call = call;
      this.readings = readings;
      this.reading = readings.get();
    }

    R run(StreamingChatModel model) {
      reading = readings.get();
      call.run(model, reading);
      return reading;
    }

    boolean mayRepeat(Throwable thrown) {
      return thrown instanceof ModelFault fault
          && fault.mayPass()
          && !reading.isShown()
          && call.deadline().left().compareTo(LEAST) > 0;
    }
  }
}
