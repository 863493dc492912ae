package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.MultivariateSummaryStatistics;

/** Brings features to mean 0 and deviation 1 over the rows it was made of. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Standardisation(double[] means, double[] scales) {

  public static Standardisation of(List<double[]> rows) {
    MultivariateSummaryStatistics statistics =
        new MultivariateSummaryStatistics(rows.get(0).length, false);
    rows.forEach(statistics::addValue);
    double[] scales = statistics.getStandardDeviation();
    return new Standardisation(
        statistics.getMean(), Arrays.stream(scales).map(s -> s == 0 ? 1 : s).toArray());
  }

  public double[] apply(double[] row) {
    return IntStream.range(0, row.length)
        .mapToDouble(i -> (row[i] - means[i]) / scales[i])
        .toArray();
  }

  /** The model of these weights of standardised features. */
  public LinearModel model(List<String> features, double[] weights, double bias) {
    return new LinearModel(features, meanList(), scaleList(), list(weights), bias);
  }

  List<Double> meanList() {
    return list(means);
  }

  List<Double> scaleList() {
    return list(scales);
  }

  private static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(n -> Math.round(n * 1e5) / 1e5).toList();
  }
}
