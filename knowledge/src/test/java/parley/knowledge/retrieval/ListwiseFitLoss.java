package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Loss of ranking: minus the log probability of a right sentence among its question's, by softmax
 * of the scores (ListNet, Cao and others 2007), with an L2 penalty.
 */
record ListwiseFitLoss(List<Group> groups, int dimensions, double penalty) implements FitLoss {

  /**
   * The standardised features of a question's sentences, which is right, and how much it counts.
   */
  record Group(List<double[]> rows, List<Boolean> gold, double weight) {}

  @Override
  public double value(double[] weights) {
    double loss = groups.parallelStream().mapToDouble(group -> loss(group, weights)).sum();
    return (loss + penalty / 2 * FitLoss.dot(weights, weights)) / groups.size();
  }

  private static double loss(Group group, double[] weights) {
    double[] likely = softmax(group, weights);
    double right =
        IntStream.range(0, likely.length)
            .filter(group.gold()::get)
            .mapToDouble(i -> likely[i])
            .sum();
    return -group.weight() * Math.log(Math.max(right, Double.MIN_NORMAL));
  }

  @Override
  public double[] gradient(double[] weights) {
    double[] sum = weights.clone();
    Arrays.setAll(sum, i -> penalty * weights[i]);
    for (Group group : groups) {
      double[] likely = softmax(group, weights);
      double right =
          IntStream.range(0, likely.length)
              .filter(group.gold()::get)
              .mapToDouble(i -> likely[i])
              .sum();
      for (int i = 0; i < likely.length; i++) {
        double wanted = group.gold().get(i) ? likely[i] / Math.max(right, Double.MIN_NORMAL) : 0;
        FitLoss.add(sum, group.weight() * (likely[i] - wanted), group.rows().get(i));
      }
    }
    Arrays.setAll(sum, i -> sum[i] / groups.size());
    return sum;
  }

  private static double[] softmax(Group group, double[] weights) {
    double[] scores = group.rows().stream().mapToDouble(row -> FitLoss.dot(weights, row)).toArray();
    double best = Arrays.stream(scores).max().orElse(0);
    double[] likely = Arrays.stream(scores).map(score -> Math.exp(score - best)).toArray();
    double all = Arrays.stream(likely).sum();
    return Arrays.stream(likely).map(part -> part / all).toArray();
  }
}
