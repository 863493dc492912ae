package parley.bot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which questions this process works on, and when it may take up again those that it failed with:
 * what neither holds for was left by a process before it. Time is the machine's running time, which
 * no change of its clock moves. Thread-safe.
 */
final class UnderWay {

  /** After the tries of the platform's own, which take about a minute. */
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Longer than anybody is answered after they asked. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private record Failed(long at, Duration pause) {

    boolean isOver(long now) {
      return now - at >= pause.toNanos();
    }
  }

  private final LongSupplier nanos;
  private final Set<String> working = ConcurrentHashMap.newKeySet();
  private final Set<String> unnoted = ConcurrentHashMap.newKeySet();
  private final Cache<String, Failed> failed =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

  UnderWay() {
    this(System::nanoTime);
  }

  UnderWay(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Begins with a question, unless somebody works on it or it is too early for another try. */
  boolean begin(String id) {
    Failed last = failed.getIfPresent(id);
    return (last == null || last.isOver(nanos.getAsLong())) && working.add(id);
  }

  /** It was answered or is none any more. */
  void done(String id) {
    failed.invalidate(id);
    unnoted.remove(id);
    working.remove(id);
  }

  /** It is still to be answered: again after a wait that doubles from half a minute to an hour. */
  void failed(String id) {
    Failed last = failed.getIfPresent(id);
    Duration pause =
        last == null ? FIRST_WAIT : shorter(last.pause().multipliedBy(2), LONGEST_WAIT);
    failed.put(id, new Failed(nanos.getAsLong(), pause));
    working.remove(id);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The person has the answer, but the ledger could not be told: it is not to be sent again. */
  void deliveredUnnoted(String id) {
    unnoted.add(id);
  }

  /** The questions whose delivery the ledger is still to be told of. */
  List<String> unnoted() {
    return List.copyOf(unnoted);
  }
}
