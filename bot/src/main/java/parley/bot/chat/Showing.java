package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.AnswerListener;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/**
 * Shows an answer while it is being made: what stands of it, a while after what was shown before.
 * Statements that come meanwhile are shown together. Thread-safe.
 */
final class Showing implements AnswerListener {

  private static final Logger log = LoggerFactory.getLogger(Showing.class);

  /** From one view to the next; Telegram wants this in groups, and Slack a little less. */
  private static final Duration BETWEEN = Duration.ofMillis(1_500);

  private final Reply reply;
  private final Consumer<Supplier<CompletionStage<Void>>> sender;
  private final Runnable reroute;
  private PartialAnswer answer;
  private boolean due;
  private boolean resting;
  private boolean over;

  /**
   * Shows nothing yet.
   *
   * @param id the answer's
   * @param sender runs what talks to the platform, in the order of the place
   * @param reroute is run when something was shown: the answer is to take its place, whichever
   *     process sends it
   */
  Showing(
      String id, Reply reply, Consumer<Supplier<CompletionStage<Void>>> sender, Runnable reroute) {
    this.reply = reply;
    this.sender = sender;
    this.reroute = reroute;
    this.answer = new PartialAnswer(id, List.of(), List.of());
  }

  @Override
  public synchronized void statement(Statement statement, List<Citation> citations) {
    reply.statement(statement, citations);
    answer = answer.with(statement, citations);
    due = true;
    showIfDue();
  }

  /** What has not been shown by now is not shown any more; the whole answer comes. */
  synchronized void end() {
    over = true;
  }

  private synchronized void showIfDue() {
    if (due && !resting && !over) {
      resting = true;
      sender.accept(this::show);
    }
  }

  private CompletionStage<Void> show() {
    return latest()
        .map(
            shown ->
                CompletableFuture.completedStage(shown)
                    .thenCompose(reply::partial)
                    .thenRun(reroute)
                    .whenComplete((done, failure) -> rest(failure))
                    .exceptionally(failure -> null))
        .orElse(Reply.DONE);
  }

  private synchronized Optional<PartialAnswer> latest() {
    due = false;
    return over ? Optional.empty() : Optional.of(answer);
  }

  private void rest(@Nullable Throwable failure) {
    if (failure != null) {
      log.info(
          "answer {} is not shown before it is complete: {}", answer.id(), failure.getMessage());
      end();
      return;
    }
    Executor later = CompletableFuture.delayedExecutor(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    later.execute(
        () -> {
          synchronized (this) {
            resting = false;
            showIfDue();
          }
        });
  }
}
