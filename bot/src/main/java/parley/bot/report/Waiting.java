package parley.bot.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long people waited from their question to its answer, before it set out to them.
 *
 * @param median half of them waited no longer
 * @param long95 95 of 100 waited no longer
 */
public record Waiting(Duration median, Duration long95) {

  /** Of the times of single questions; empty where there is none. */
  static Optional<Waiting> of(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Waiting(nearestRank(sorted, 50), nearestRank(sorted, 95)));
  }

  private static Duration nearestRank(List<Duration> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  /** In words. */
  public String inWords() {
    return "%s at the median, %s at the 95th percentile"
        .formatted(inWords(median), inWords(long95));
  }

  private static String inWords(Duration time) {
    if (time.toSeconds() < 1) {
      return time.toMillis() + " ms";
    }
    return time.toMinutes() < 2
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3)
        : time.toMinutes() + " min";
  }
}
