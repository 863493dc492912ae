package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import parley.knowledge.retrieval.FitSentenceModel.Scored;

/**
 * What the models reach on reports that they were not fitted on.
 *
 * @param models for each fold the model fitted without it
 */
record FitReport(List<Scored> scored, SentenceModel[] models) {

  Map<String, Object> lines() {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("right sentence first, within 2, 3", ranks());
    for (String kind : List.of("near", "far")) {
      lines.put(
          "area under ROC, refused when 95, 90, 85% of the answerable are answered, " + kind,
          refusal(kind));
    }
    lines.put("thresholds for that", thresholds());
    lines.put(
        "of whole reports: threshold of the greatest sum of answered and refused, half of these near;"
            + " answered, refused near, far",
        balance());
    return lines;
  }

  private double probability(Scored one) {
    return models[FitSentenceModel.foldOf(one.example())].probability(one.sentences());
  }

  private List<Double> ranks() {
    List<Scored> asked = scored.stream().filter(s -> s.example().asked().answerable()).toList();
    return List.of(1, 2, 3).stream()
        .map(n -> asked.stream().filter(s -> s.rightWithin(n)).count() / (double) asked.size())
        .map(FitReport::rounded)
        .toList();
  }

  private List<Double> refusal(String kind) {
    double[] yes = answerable();
    double[] no = probabilities(s -> s.example().asked().kind().equals(kind));
    double u = new MannWhitneyUTest().mannWhitneyU(yes, no);
    return List.of(
        rounded(u / ((double) yes.length * no.length)),
        rounded(below(no, StatUtils.percentile(yes, 5))),
        rounded(below(no, StatUtils.percentile(yes, 10))),
        rounded(below(no, StatUtils.percentile(yes, 15))));
  }

  private List<Double> thresholds() {
    return List.of(5, 10, 15).stream()
        .map(percent -> rounded(StatUtils.percentile(answerable(), percent)))
        .toList();
  }

  /** Where as many are answered that should be, and refused that should be, as can be. */
  private List<Double> balance() {
    double[] yes = wholes(asked -> asked.answerable());
    double[] near = wholes(asked -> asked.kind().equals("near"));
    double[] far = wholes(asked -> asked.kind().equals("far"));
    double threshold =
        Arrays.stream(yes)
            .boxed()
            .max(
                Comparator.comparingDouble(
                    t -> (below(near, t) + below(far, t)) / 2 - below(yes, t)))
            .orElse(0.0);
    return List.of(
        rounded(threshold),
        rounded(1 - below(yes, threshold)),
        rounded(below(near, threshold)),
        rounded(below(far, threshold)));
  }

  private double[] wholes(Predicate<FitData.Asked> which) {
    return probabilities(s -> s.example().article().isWhole() && which.test(s.example().asked()));
  }

  private double[] answerable() {
    return probabilities(s -> s.example().asked().answerable());
  }

  private double[] probabilities(Predicate<Scored> which) {
    return scored.stream().filter(which).mapToDouble(this::probability).toArray();
  }

  private static double below(double[] numbers, double threshold) {
    return (double) Arrays.stream(numbers).filter(n -> n < threshold).count() / numbers.length;
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
