package parley.knowledge.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For how long the leases of others have not been renewed, as far as this process has seen. It goes
 * by the running time of this machine alone: the clocks of several machines differ, and are put
 * right at times. Thread-safe.
 */
final class Silence {

  private record Seen(String state, long since) {}

  private final Map<String, Seen> leases = new ConcurrentHashMap<>();

  /**
   * Whether a lease has been in one state for some time; false when it is first seen.
   *
   * @param state changes with every renewal
   */
  boolean has(String lease, String state, Duration lasted) {
    long now = System.nanoTime();
    Seen seen =
        leases.merge(
            lease,
            new Seen(state, now),
            (before, fresh) -> before.state().equals(state) ? before : fresh);
    return now - seen.since() >= lasted.toNanos();
  }

  /** Watches a lease no more. */
  void forget(String lease) {
    leases.remove(lease);
  }
}
