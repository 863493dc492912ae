package parley.knowledge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures how long it takes to index, to open, to search and to answer, as ratios: to the bare
 * embedding of the question, which nothing can beat, and to LangChain4j's Easy RAG on the same
 * documents with the same embedding model.
 *
 * <pre>mvn -q test-compile exec:exec -P bench -pl knowledge -Dsquad=FILE -Dkept=FOLDER</pre>
 *
 * <p>{@code squad} is a SQuAD 2.0 JSON file, of whose sentences the documents are made; {@code
 * kept} a folder to keep the documents with their indexes in (8 GB), so that the next run need not
 * make them; {@code passages} how many there are to be, {@code rounds} how often to go through
 * everything (0 only makes what is measured), {@code plot} where to draw how a search grows. All is
 * measured with a heap of 2 GB.
 */
public final class Benchmarks {

  /** Beyond these, Easy RAG's store needs a larger heap. */
  private static final int MOST_OF_EASY_RAG = 200_000;

  /** To embed more takes long; what is measured grows with them evenly. */
  private static final int MOST_INDEXED = 1_000;

  /** So many passages a service reads ahead. */
  private static final int MOST_READ_AHEAD = 10_000;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Timings timings = new Timings();

  private Benchmarks() {}

  public static void main(String[] arguments) throws IOException, RunnerException {
    List<Integer> sizes =
        Arrays.stream(System.getProperty("passages").split(",")).map(Integer::valueOf).toList();
    Benchmarks benchmarks = new Benchmarks();
    benchmarks.measure(sizes, Integer.getInteger("rounds"));
    if (!benchmarks.timings.sizes().isEmpty()) {
      new SpeedTable(benchmarks.timings, benchmarks.out).print();
      new GrowthPlot(benchmarks.timings).write(Path.of(System.getProperty("plot")));
    }
  }

  private void measure(List<Integer> sizes, int rounds) throws RunnerException {
    for (int passages : sizes) {
      long start = System.nanoTime();
      Corpus.of(passages).make();
      out.printf("%,d passages: made in %.0f s%n", passages, (System.nanoTime() - start) / 1e9);
    }
    for (int round = 1; round <= rounds; round++) {
      for (int passages : sizes) {
        out.printf("round %d: %,d passages%n", round, passages);
        measure(passages);
      }
    }
  }

  private void measure(int passages) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(QuestionBenchmark.class.getName())
            .include(IndexBenchmark.class.getName())
            .param("passages", Integer.toString(passages))
            .jvmArgsPrepend(
                "-Dkept=" + System.getProperty("kept"), "-Dsquad=" + System.getProperty("squad"))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (passages > MOST_OF_EASY_RAG) {
      options.exclude("easyRagSearch");
    }
    if (passages > MOST_READ_AHEAD) {
      options.exclude("QuestionBenchmark\\.answer");
    }
    if (passages > MOST_INDEXED) {
      options.exclude("IndexBenchmark\\.(index|easyRagIndex)");
    }
    new Runner(options.build()).run().forEach(timings::add);
  }
}
