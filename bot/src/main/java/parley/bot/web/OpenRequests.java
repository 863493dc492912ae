package parley.bot.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who waits for an answer, and lets no more wait than may. Thread-safe. */
final class OpenRequests {

  private static final String AGAIN = "10";

  private final int mostOfOne;
  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> byVisitor = new ConcurrentHashMap<>();

  OpenRequests(WebSection limits) {
    this.mostOfOne = limits.addressAtOnce();
    this.most = limits.allAtOnce();
  }

  int count() {
    return open.get();
  }

  /**
   * Counts a request that waits until it is over.
   *
   * @throws ProblemException if too many wait
   */
  void enter(String visitor, Exchange exchange) {
    if (byVisitor.merge(visitor, 1, Integer::sum) > mostOfOne) {
      leaveOne(visitor);
      throw tooMany(429, "too many of your requests wait for their answers");
    }
    if (open.incrementAndGet() > most) {
      leave(visitor);
      throw tooMany(503, "too many requests wait for their answers");
    }
    exchange.whenOver(() -> leave(visitor));
  }

  private void leave(String visitor) {
    open.decrementAndGet();
    leaveOne(visitor);
  }

  private void leaveOne(String visitor) {
    byVisitor.computeIfPresent(visitor, (name, count) -> count > 1 ? count - 1 : null);
  }

  private static ProblemException tooMany(int status, String detail) {
    return new ProblemException(
        new Problem(
            status,
            "Too many requests",
            detail + ": try again in " + AGAIN + " s",
            Map.of("Retry-After", AGAIN)));
  }
}
