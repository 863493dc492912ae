package parley.bot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Sees to it that no channel gets messages faster than Slack wants it. Thread-safe.
 *
 * <p>Slack lets short bursts pass, but does not promise that their messages are shown, so there are
 * none.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits: one message a second
 *     per channel</a>
 */
final class ChannelPace {

  /** What Slack documents. */
  static final Duration DOCUMENTED = Duration.ofSeconds(1);

  private final Duration period;
  private final Cache<String, Bucket> turns;

  /**
   * Starts with every channel free.
   *
   * @param period the time from one message to the next
   */
  ChannelPace(Duration period) {
    this.period = period;
    // a bucket that nobody touched for longer is full
    this.turns = Caffeine.newBuilder().expireAfterAccess(period.multipliedBy(10)).build();
  }

  /** How long it is until a channel takes a message; zero if it does now. Takes no turn. */
  Duration pause(String channel) {
    return Duration.ofNanos(turns(channel).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Takes a channel's turn, and waits for it if need be. */
  void await(String channel) {
    turns(channel).asBlocking().consumeUninterruptibly(1);
  }

  private Bucket turns(String channel) {
    return turns.get(
        channel,
        unused ->
            Bucket.builder().addLimit(turn -> turn.capacity(1).refillGreedy(1, period)).build());
  }
}
