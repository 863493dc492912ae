package parley.knowledge.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression on standardised features and the products of each two of them: whether a name
 * is there matters only where a person is asked for.
 *
 * @param features their names, in the order in which they are given
 * @param means of the features in the data it was fitted on
 * @param scales their deviations there, none of them 0
 * @param products of the standardised features and their products
 */
record AnswerModel(
    List<String> features, List<Double> means, List<Double> scales, LinearModel products) {

  /** Standardised features are cut off here, lest the product of two rare ones decides all. */
  private static final double MOST = 3;

  AnswerModel {
    features = List.copyOf(features);
    means = List.copyOf(means);
    scales = List.copyOf(scales);
  }

  /** The probability, 0 to 1, that what has these features answers. */
  double probability(double[] values) {
    return LinearModel.probability(products.score(withProducts(standardised(values))));
  }

  private double[] standardised(double[] values) {
    double[] standardised = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      standardised[i] = (values[i] - means.get(i)) / scales.get(i);
    }
    return standardised;
  }

  /** The features, cut off, followed by the product of each with itself and those after it. */
  static double[] withProducts(double[] standardised) {
    int n = standardised.length;
    double[] all = new double[n + n * (n + 1) / 2];
    int next = n;
    for (int i = 0; i < n; i++) {
      all[i] = cut(standardised[i]);
      for (int j = i; j < n; j++) {
        all[next] = cut(standardised[i]) * cut(standardised[j]);
        next++;
      }
    }
    return all;
  }

  /** The names of {@link #withProducts}, in its order. */
  static List<String> productNames(List<String> features) {
    List<String> names = new ArrayList<>(features);
    for (int i = 0; i < features.size(); i++) {
      for (int j = i; j < features.size(); j++) {
        names.add(features.get(i) + " * " + features.get(j));
      }
    }
    return names;
  }

  private static double cut(double standardised) {
    return Math.max(-MOST, Math.min(MOST, standardised));
  }
}
