package parley.knowledge.grounding;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.retrieval.LinearModel;
import parley.knowledge.retrieval.LogisticFitLoss;
import parley.knowledge.retrieval.Standardisation;

/**
 * Fits the model of {@link Support} on outputs with planted faults and writes its resource.
 *
 * <p>Each good statement is added with each wrong passage cited, and with a "not" in it. Scores for
 * the threshold come from models that have not seen the statement's report.
 *
 * <p>Takes the file of outputs, a folder to keep the unpacked model in, and the path to write to.
 * After {@code mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt},
 * in this module's folder:
 *
 * <pre>{@code
 * java -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" \
 *   parley.knowledge.grounding.FitSupport src/test/resources/grounding/fit.jsonl target/model \
 *   src/main/resources/parley/knowledge/grounding/support-model.json
 * }</pre>
 */
final class FitSupport {

  private static final double PENALTY = 4;
  private static final int PARTS = 10;

  /** Of the good statements so many may be lost: see the trade-off in the resource. */
  private static final double MAY_LOSE = 0.08;

  private FitSupport() {}

  public static void main(String[] arguments) throws IOException {
    Path kept = Path.of(arguments[1]);
    try (StoredEmbeddingModel model =
        new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"))) {
      List<Measured> measured = Measured.in(Path.of(arguments[0]), new GroundingCheck(model), true);
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Path.of(arguments[2]).toFile(), fit(measured));
    }
  }

  private static Support fit(List<Measured> measured) {
    TradeOff unseen = TradeOff.of(measured, unseenScores(measured));
    double threshold = unseen.threshold(MAY_LOSE);
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("fitted on", LocalDate.now(ZoneOffset.UTC).toString());
    provenance.put("share stopped, cross-validated by report", unseen.curve());
    provenance.put("stopped", unseen.stopped(threshold));
    return new Support(
        provenance, model(measured, one -> true), LinearModel.probability(threshold));
  }

  /** Scores by models that were fitted without the statement's report. */
  private static double[] unseenScores(List<Measured> measured) {
    List<String> reports = measured.stream().map(Measured::report).distinct().toList();
    int[] parts = new Random(1).ints(reports.size(), 0, PARTS).toArray();
    double[] scores = new double[measured.size()];
    for (int part = 0; part < PARTS; part++) {
      int left = part;
      Predicate<Measured> isLeft = one -> parts[reports.indexOf(one.report())] == left;
      LinearModel model = model(measured, isLeft.negate());
      IntStream.range(0, scores.length)
          .filter(i -> isLeft.test(measured.get(i)))
          .forEach(i -> scores[i] = model.score(measured.get(i).features()));
    }
    return scores;
  }

  private static LinearModel model(List<Measured> measured, Predicate<Measured> seen) {
    List<Measured> used = measured.stream().filter(Measured::passed).filter(seen).toList();
    Standardisation standard = Standardisation.of(used.stream().map(Measured::features).toList());
    int n = SupportFeature.values().length;
    List<LogisticFitLoss.Case> cases =
        used.stream()
            .map(
                one ->
                    new LogisticFitLoss.Case(
                        withBias(standard.apply(one.features())),
                        one.statement().good(),
                        one.weight()))
            .toList();
    double[] weights = new LogisticFitLoss(cases, n + 1, PENALTY).minimise();
    return standard.model(SupportFeature.keys(), Arrays.copyOf(weights, n), weights[n]);
  }

  private static double[] withBias(double[] row) {
    double[] longer = Arrays.copyOf(row, row.length + 1);
    longer[row.length] = 1;
    return longer;
  }
}
