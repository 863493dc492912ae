package parley.bot.chat;

import io.micrometer.observation.Observation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;
import parley.bot.ledger.LedgerException;
import parley.knowledge.Answer;

/** Brings answers to people, and keeps account of which have reached them. */
record Delivery(Ledger ledger, Clock clock, UnderWay underWay, Outbox outbox) {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  /**
   * An answer to deliver.
   *
   * @param perhapsSent when it set out before a restart, if it did
   */
  GivenAnswer given(
      String id, IncomingQuestion question, Answer answer, Optional<Instant> perhapsSent) {
    return new GivenAnswer(
        id, question, answer, () -> ledger.sending(id, clock.instant()), perhapsSent);
  }

  /**
   * Sends an answer when its place may be written to; what prevents that is logged, and it is then
   * tried again later.
   *
   * @param trail of the question, which ends here
   */
  void send(GivenAnswer given, Reply reply, Trail trail) {
    Observation delivering = trail.stage("delivery");
    send(
        given.id(),
        given.question(),
        reply,
        () ->
            trail
                .follow(() -> deliver(given, reply))
                .whenComplete(
                    (sent, failure) -> {
                      delivering.stop();
                      trail.end();
                    }));
  }

  /** The same of the reason why there is no answer. */
  void refuse(String id, IncomingQuestion question, Reply reply, Refusal refusal) {
    send(id, question, reply, () -> regret(id, reply, refusal));
  }

  private void send(
      String id, IncomingQuestion question, Reply reply, Supplier<CompletionStage<Void>> message) {
    if (!outbox.send(question, reply, message)) {
      underWay.failed(id);
    }
  }

  private CompletionStage<Void> regret(String id, Reply reply, Refusal refusal) {
    return CompletableFuture.completedStage(refusal)
        .thenCompose(reply::refuse)
        .whenComplete((told, failure) -> regretted(id, failure));
  }

  private void regretted(String id, @Nullable Throwable failure) {
    if (failure == null || cause(failure) instanceof CancellationException) {
      release(id);
    } else {
      underWay.failed(id);
    }
  }

  private CompletionStage<Void> deliver(GivenAnswer given, Reply reply) {
    return CompletableFuture.completedStage(given)
        .thenCompose(reply::answer)
        .thenRun(() -> delivered(given.id()))
        .exceptionally(failure -> notDelivered(given, reply, failure));
  }

  private void delivered(String id) {
    try {
      ledger.delivered(id, clock.instant());
      underWay.done(id);
    } catch (LedgerException e) {
      log.warn("answer {} was delivered, which is to be noted later: {}", id, e.getMessage());
      underWay.deliveredUnnoted(id);
    }
  }

  /** Notes what was delivered while the ledger could not be written to. */
  void noteDelivered() {
    underWay.unnoted().forEach(this::delivered);
  }

  private @Nullable Void notDelivered(GivenAnswer given, Reply reply, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof CancellationException) {
      release(given.id());
      return null;
    }
    log.warn(
        "answer {} did not reach {}: {}", given.id(), given.question().place(), cause.getMessage());
    if (reply.nothingArrived()) {
      keepUnsent(given.id());
    }
    underWay.failed(given.id());
    return null;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Notes that nothing more will be sent. */
  private void release(String id) {
    try {
      ledger.release(id);
      underWay.done(id);
    } catch (LedgerException e) {
      log.warn("question {} is to be given up later: {}", id, e.getMessage());
      underWay.failed(id);
    }
  }

  private void keepUnsent(String id) {
    try {
      ledger.unsent(id);
    } catch (LedgerException e) {
      log.warn("it counts as sent: {}", e.getMessage());
    }
  }
}
