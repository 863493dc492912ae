package parley.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import parley.bot.chat.Reply;

/**
 * Gives every message its turn, so that Telegram's limits are kept: 30 a second in all, one a
 * second in a chat, 20 a minute in a group. A little less is used of each: what leaves evenly does
 * not arrive evenly, and a bucket that was full lets its whole content through beside what flows
 * in.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">My
 *     bot is hitting limits</a>
 */
final class Pacing {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Duration BETWEEN = Duration.ofMillis(40);

  private static final Duration BETWEEN_IN_CHAT = Duration.ofMillis(1_050);

  private static final int GROUP_AT_ONCE = 5;
  private static final int GROUP_A_MINUTE = 15;

  private final ScheduledExecutorService timer;
  private final Turns all;

  /** A bucket that nobody touched for longer is full, so it can be dropped. */
  private final Cache<Long, Bucket> groups =
      Caffeine.newBuilder().expireAfterAccess(MINUTE.multipliedBy(2)).build();

  /** Each ends when the chat's next turn may begin, and is then dropped. */
  private final Map<Long, CompletionStage<Void>> chats = new ConcurrentHashMap<>();

  Pacing(ScheduledExecutorService timer) {
    this.timer = timer;
    Bucket bucket =
        Bucket.builder().addLimit(limit -> limit.capacity(1).refillGreedy(1, BETWEEN)).build();
    this.all = new Turns(bucket, timer);
  }

  /** Ends when a message may be sent into a chat; no thread waits. */
  CompletionStage<Void> turn(long chat) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    CompletionStage<Void> next = turn.thenCompose(begun -> pause());
    CompletionStage<Void> before = chats.put(chat, next);
    next.whenComplete((over, failure) -> chats.remove(chat, next));
    (before == null ? Reply.DONE : before)
        .thenCompose(free -> groupTurn(chat))
        .thenCompose(own -> all.next())
        .whenComplete((begun, failure) -> turn.complete(null));
    return turn;
  }

  /** Takes a turn that nobody waits for, if there is one. */
  boolean trySpare() {
    return all.tryNext();
  }

  private CompletionStage<Void> groupTurn(long chat) {
    return isGroup(chat)
        ? groups.get(chat, Pacing::groupBucket).asScheduler().consume(1, timer)
        : Reply.DONE;
  }

  private static Bucket groupBucket(long chat) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(GROUP_AT_ONCE).refillGreedy(GROUP_A_MINUTE, MINUTE))
        .build();
  }

  private CompletableFuture<Void> pause() {
    return new CompletableFuture<Void>()
        .completeOnTimeout(null, BETWEEN_IN_CHAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The ids of persons are positive, those of groups and channels negative. */
  static boolean isGroup(long chat) {
    return chat < 0;
  }
}
