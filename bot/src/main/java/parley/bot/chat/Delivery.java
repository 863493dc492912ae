package parley.bot.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.ledger.Ledger;
import parley.knowledge.Answer;

/** Brings answers to people, and keeps account of which have reached them. */
record Delivery(Ledger ledger, Clock clock) {

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

  /** Delivers an answer; what prevents that is logged, and the answer then waits for a restart. */
  CompletionStage<Void> deliver(GivenAnswer given, Reply reply) {
    return CompletableFuture.completedStage(given)
        .thenCompose(reply::answer)
        .thenRun(() -> ledger.delivered(given.id(), clock.instant()))
        .exceptionally(failure -> notDelivered(given, failure));
  }

  private @Nullable Void notDelivered(GivenAnswer given, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof CancellationException) {
      ledger.release(given.id());
    } else {
      log.warn(
          "answer {} did not reach {}: {}",
          given.id(),
          given.question().place(),
          cause.getMessage());
    }
    return null;
  }
}
