package parley.bot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import parley.bot.chat.Refusal.Reason;

/**
 * How often a person and a workspace may ask: token buckets that fill evenly over a minute. A
 * bucket that nobody touched for longer is full, so it can be dropped.
 */
final class RateLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final LimitSettings settings;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

  RateLimits(LimitSettings settings) {
    this.settings = settings;
  }

  /** Counts a question, or says whose limit it is over. */
  Optional<Refusal> refusal(String workspace, String person) {
    String who = workspace + " " + person;
    Bucket own = bucket("person " + who, settings.personAMinute());
    ConsumptionProbe ownProbe = own.tryConsumeAndReturnRemaining(1);
    if (!ownProbe.isConsumed()) {
      return Optional.of(refusal(Reason.PERSON_LIMIT, ownProbe));
    }
    ConsumptionProbe all =
        bucket("workspace " + workspace, settings.workspaceAMinute())
            .tryConsumeAndReturnRemaining(1);
    if (!all.isConsumed()) {
      own.addTokens(1);
      return Optional.of(refusal(Reason.WORKSPACE_LIMIT, all));
    }
    return Optional.empty();
  }

  /** Whether a person may be told of a refusal: once a minute is enough. */
  boolean mayTell(String workspace, String person) {
    return bucket("told " + workspace + " " + person, 1).tryConsume(1);
  }

  private Bucket bucket(String key, int aMinute) {
    return buckets.get(
        key,
        unused ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, WINDOW))
                .build());
  }

  private static Refusal refusal(Reason reason, ConsumptionProbe probe) {
    return new Refusal(reason, Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }
}
