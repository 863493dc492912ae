package parley.knowledge.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * What several rounds measured, put together: since the machine's load changes, each round goes
 * through everything in turn.
 */
final class Timings {

  /** One thing done with documents of so many passages. */
  record Measured(int passages, String what) implements Comparable<Measured> {

    @Override
    public int compareTo(Measured other) {
      int bySize = Integer.compare(passages, other.passages);
      return bySize == 0 ? what.compareTo(other.what) : bySize;
    }
  }

  private final Map<Measured, MultisetStatistics> millis = new TreeMap<>();

  void add(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    Measured measured =
        new Measured(
            Integer.parseInt(result.getParams().getParam("passages")),
            benchmark.substring(benchmark.lastIndexOf('.') + 1));
    MultisetStatistics all = millis.computeIfAbsent(measured, key -> new MultisetStatistics());
    Iterator<Map.Entry<Double, Long>> values =
        result.getPrimaryResult().getStatistics().getRawData();
    values.forEachRemaining(value -> all.addValue(value.getKey(), value.getValue()));
  }

  /** The numbers of passages, in ascending order. */
  List<Integer> sizes() {
    return millis.keySet().stream().map(Measured::passages).distinct().toList();
  }

  boolean has(int passages, String what) {
    return millis.containsKey(new Measured(passages, what));
  }

  /**
   * Milliseconds that so many of a hundred did not exceed.
   *
   * @param percent 0 to 100
   */
  double at(int passages, String what, double percent) {
    Statistics all = millis.get(new Measured(passages, what));
    return all.getPercentile(percent);
  }
}
