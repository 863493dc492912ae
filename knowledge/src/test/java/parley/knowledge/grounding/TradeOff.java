package parley.knowledge.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many bad statements are stopped at how many good ones lost.
 *
 * @param statements what was measured, without those that are only there to fit
 * @param scores for each the log odds that it is supported
 */
record TradeOff(List<Measured> statements, List<Double> scores) {

  private static final List<Double> LOSSES = List.of(0.02, 0.03, 0.05, 0.08, 0.1, 0.15);

  /** The score from which a statement counts as supported, if so many good ones may be lost. */
  double threshold(double mayLose) {
    double[] good =
        statements.stream()
            .filter(one -> one.statement().good())
            .mapToDouble(this::score)
            .sorted()
            .toArray();
    return good[(int) (good.length * mayLose)];
  }

  private double score(Measured one) {
    return one.passed() ? scores.get(statements.indexOf(one)) : -Double.MAX_VALUE;
  }

  /** Of each fault how many were stopped, and of how many. */
  Map<String, String> stopped(double threshold) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Measured one : statements) {
      String fault = one.statement().good() ? "good" : one.statement().fault();
      int[] count = counts.computeIfAbsent(fault, f -> new int[2]);
      count[0] += score(one) < threshold ? 1 : 0;
      count[1]++;
    }
    Map<String, String> result = new LinkedHashMap<>();
    counts.forEach((fault, count) -> result.put(fault, count[0] + " of " + count[1]));
    return result;
  }

  /** The share of bad statements that are stopped. */
  double share(double threshold) {
    return statements.stream()
        .filter(one -> !one.statement().good())
        .mapToInt(one -> score(one) < threshold ? 1 : 0)
        .average()
        .orElse(0);
  }

  /** The share stopped for some shares lost. */
  Map<String, String> curve() {
    Map<String, String> curve = new LinkedHashMap<>();
    for (double loss : LOSSES) {
      curve.put("%.2f lost".formatted(loss), "%.3f".formatted(share(threshold(loss))));
    }
    return curve;
  }

  static TradeOff of(List<Measured> statements, double[] scores) {
    List<Measured> kept = new ArrayList<>();
    List<Double> keptScores = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (!statements.get(i).made()) {
        kept.add(statements.get(i));
        keptScores.add(scores[i]);
      }
    }
    return new TradeOff(kept, keptScores);
  }
}
