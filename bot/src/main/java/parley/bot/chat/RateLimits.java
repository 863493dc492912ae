package parley.bot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.bot.chat.Refusal.Reason;

/**
 * How often a person may ask, and everybody in a chat and in a workspace: token buckets that fill
 * evenly over a minute. A bucket that nobody touched for longer is full, so it can be dropped.
 */
final class RateLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Rates general;
  private final Map<String, Rates> byPlatform = new ConcurrentHashMap<>();
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

  RateLimits(Rates general) {
    this.general = general;
  }

  /** Gives a platform rates of its own. */
  void set(String platform, Rates rates) {
    byPlatform.put(platform, rates);
  }

  /** Counts a question, or says whose limit it is over; then it counts against nobody. */
  Optional<Refusal> refusal(IncomingQuestion question) {
    Rates rates = byPlatform.getOrDefault(question.platform(), general);
    String workspace = question.workspace();
    List<Limit> limits =
        List.of(
            new Limit(
                Reason.PERSON_LIMIT,
                bucket("person " + workspace + " " + question.person(), rates.person())),
            new Limit(
                Reason.CHAT_LIMIT,
                bucket("chat " + workspace + " " + question.place(), rates.chat())),
            new Limit(Reason.WORKSPACE_LIMIT, bucket("workspace " + workspace, rates.all())));
    for (Limit limit : limits) {
      ConsumptionProbe probe = limit.bucket().tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        limits.subList(0, limits.indexOf(limit)).forEach(passed -> passed.bucket().addTokens(1));
        return Optional.of(refusal(limit.reason(), probe));
      }
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

  private record Limit(Reason reason, Bucket bucket) {}
}
