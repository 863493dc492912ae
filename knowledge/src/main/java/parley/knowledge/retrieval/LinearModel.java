package parley.knowledge.retrieval;

import java.util.List;

/**
 * A weighted sum of standardised features.
 *
 * @param features their names, in the order in which they are given
 * @param means of the features in the data it was fitted on
 * @param scales their deviations there, none of them 0
 * @param weights of the standardised features
 * @param bias added to the sum
 */
public record LinearModel(
    List<String> features,
    List<Double> means,
    List<Double> scales,
    List<Double> weights,
    double bias) {

  public LinearModel {
    features = List.copyOf(features);
    means = List.copyOf(means);
    scales = List.copyOf(scales);
    weights = List.copyOf(weights);
  }

  /**
   * Checks that the model is for these features.
   *
   * @throws IllegalStateException if it was fitted on others
   */
  public LinearModel requiring(List<String> names) {
    if (!features.equals(names)) {
      throw new IllegalStateException(
          "the model is for " + features + " and not for " + names + ": fit it anew");
    }
    return this;
  }

  /** The sum: the logarithm of the odds, if the model is logistic. */
  public double score(double[] values) {
    double sum = bias;
    for (int i = 0; i < values.length; i++) {
      sum += weights.get(i) * (values[i] - means.get(i)) / scales.get(i);
    }
    return sum;
  }

  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
