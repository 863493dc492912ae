package parley.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitLossTest {
  private static final FitLoss LISTWISE =
      new ListwiseFitLoss(
          List.of(
              new ListwiseFitLoss.Group(
                  List.of(new double[] {1, 0}, new double[] {0.5, 2}, new double[] {-1, 1}),
                  List.of(true, false, false),
                  1),
              new ListwiseFitLoss.Group(
                  List.of(new double[] {0, 1}, new double[] {2, -1}), List.of(false, true), 2)),
          2,
          0.1);
  private static final FitLoss LOGISTIC =
      new LogisticFitLoss(
          List.of(
              new LogisticFitLoss.Case(new double[] {2, 1}, true, 1),
              new LogisticFitLoss.Case(new double[] {1, 1}, false, 2),
              new LogisticFitLoss.Case(new double[] {-1, 1}, false, 0.5)),
          2,
          0.1);

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    assertSlope(LISTWISE, new double[] {0.3, -0.7});
    assertSlope(LOGISTIC, new double[] {0.3, -0.7});
  }

  @Test
  void atTheLeastLossTheSlopeIsNought() {
    assertThat(LISTWISE.gradient(LISTWISE.minimise())).containsExactly(new double[2], within(1e-3));
    assertThat(LOGISTIC.gradient(LOGISTIC.minimise())).containsExactly(new double[2], within(1e-3));
  }

  private static void assertSlope(FitLoss loss, double[] at) {
    double step = 1e-6;
    for (int i = 0; i < at.length; i++) {
      double[] above = at.clone();
      above[i] += step;
      double slope = (loss.value(above) - loss.value(at)) / step;
      assertThat(loss.gradient(at)[i]).isCloseTo(slope, within(1e-4));
    }
  }
}
