package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;

/** Loss of logistic regression with an L2 penalty on all weights but the last, the bias. */
public record LogisticFitLoss(List<Case> cases, int dimensions, double penalty) implements FitLoss {

  /** Standardised features with a 1 at the end, what is true of them, and how much they count. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Case(double[] row, boolean positive, double weight) {}

  @Override
  public double value(double[] weights) {
    double loss = 0;
    for (Case one : cases) {
      double odds = FitLoss.dot(weights, one.row());
      loss += one.weight() * Math.log1p(Math.exp(one.positive() ? -odds : odds));
    }
    double[] penalised = Arrays.copyOf(weights, weights.length - 1);
    return (loss + penalty / 2 * FitLoss.dot(penalised, penalised)) / cases.size();
  }

  @Override
  public double[] gradient(double[] weights) {
    double[] sum = weights.clone();
    Arrays.setAll(sum, i -> i < weights.length - 1 ? penalty * weights[i] : 0);
    for (Case one : cases) {
      double likely = LinearModel.probability(FitLoss.dot(weights, one.row()));
      FitLoss.add(sum, one.weight() * (likely - (one.positive() ? 1 : 0)), one.row());
    }
    Arrays.setAll(sum, i -> sum[i] / cases.size());
    return sum;
  }
}
