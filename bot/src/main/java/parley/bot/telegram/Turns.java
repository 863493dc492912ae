package parley.bot.telegram;

import io.github.bucket4j.Bucket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import parley.bot.chat.Reply;

/**
 * Gives one turn after the other, each when a bucket has a token for it. A token is taken when its
 * turn has come and not before: turns that a busy machine has held up do not come all at once
 * afterwards. Thread-safe; no thread waits.
 */
final class Turns {

  private final Bucket bucket;
  private final ScheduledExecutorService timer;
  private CompletionStage<Void> last = Reply.DONE;

  Turns(Bucket bucket, ScheduledExecutorService timer) {
    this.bucket = bucket;
    this.timer = timer;
  }

  /** Ends when the turn has come. */
  synchronized CompletionStage<Void> next() {
    last = last.thenCompose(begun -> bucket.asScheduler().consume(1, timer));
    return last;
  }

  /** Takes a turn at once, if there is one that nobody waits for. */
  synchronized boolean tryNext() {
    return last.toCompletableFuture().isDone() && bucket.tryConsume(1);
  }
}
