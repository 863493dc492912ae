package parley.knowledge.retrieval;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/** A convex loss over weights; the lower, the better they fit. */
public interface FitLoss {
  double TOLERANCE = 1e-7;
  int EVALUATIONS = 5000;

  int dimensions();

  double value(double[] weights);

  double[] gradient(double[] weights);

  /** The weights of the least loss, by conjugate gradients (Polak and Ribière). */
  default double[] minimise() {
    return new NonLinearConjugateGradientOptimizer(
            Formula.POLAK_RIBIERE, new SimpleValueChecker(TOLERANCE, TOLERANCE))
        .optimize(
            new MaxEval(EVALUATIONS),
            GoalType.MINIMIZE,
            new ObjectiveFunction(this::value),
            new ObjectiveFunctionGradient(this::gradient),
            new InitialGuess(new double[dimensions()]))
        .getPoint();
  }

  static double dot(double[] weights, double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += weights[i] * row[i];
    }
    return sum;
  }

  static void add(double[] sum, double factor, double[] row) {
    for (int i = 0; i < row.length; i++) {
      sum[i] += factor * row[i];
    }
  }
}
