package parley.knowledge.grounding;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.knowledge.grounding.PlantedOutput.PlantedStatement;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;

/**
 * Prints what the check reaches on outputs with planted faults, and the time it takes.
 *
 * <p>Takes the file of outputs and a folder to keep the unpacked model in.
 */
final class MeasureGrounding {

  private MeasureGrounding() {}

  public static void main(String[] arguments) {
    Path kept = Path.of(arguments[1]);
    Path file = Path.of(arguments[0]);
    try (StoredEmbeddingModel model =
        new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"))) {
      GroundingCheck check = new GroundingCheck(model);
      Support support = Support.fitted();
      List<Measured> measured = Measured.in(file, check, false);
      TradeOff reached =
          TradeOff.of(
              measured,
              measured.stream()
                  .mapToDouble(one -> support.model().score(one.features()))
                  .toArray());
      double threshold = Math.log(support.threshold() / (1 - support.threshold()));
      PrintStream out = System.out;
      out.println(reached.stopped(threshold));
      out.printf(
          "bad stopped %.3f, at other losses %s%n", reached.share(threshold), reached.curve());
      time(file, check, out);
    }
  }

  /** The passages' sentences are known by then, as after the search; the statements are read. */
  private static void time(Path file, GroundingCheck check, PrintStream out) {
    List<PlantedStatement> statements =
        PlantedOutput.in(file).stream().flatMap(one -> one.statements().stream()).toList();
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long start = System.nanoTime();
    long startOfWork = process.getProcessCpuTime();
    Map<Verdict, Integer> lost = new EnumMap<>(Verdict.class);
    for (PlantedStatement one : statements) {
      Verdict verdict = check.check(one.text(), one.question(), one.cited(), one.others());
      if (one.good()) {
        lost.merge(verdict, 1, Integer::sum);
      }
    }
    long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    long work = TimeUnit.NANOSECONDS.toMicros(process.getProcessCpuTime() - startOfWork);
    out.println("good ones: " + lost);
    int n = statements.size();
    out.printf("a statement takes %d µs, %d µs of a processor%n", took / n, work / n);
  }
}
