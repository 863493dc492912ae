package parley.knowledge.retrieval;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.retrieval.ReaderTexts.Question;
import parley.knowledge.retrieval.ReaderTexts.Report;
import parley.knowledge.retrieval.ReaderTexts.Sentence;
import parley.knowledge.retrieval.ReaderWeights.Part;

/**
 * Fits {@link Reader} on reports and their questions, by DJL's PyTorch engine. A step takes some of
 * the paragraphs of a report and some of its questions, so that many a question is not answered by
 * what is there; the loss is minus the log probability of a right sentence, or of none, by softmax
 * of the scores and 0.
 */
final class FitReader {

  private static final Logger log = LoggerFactory.getLogger(FitReader.class);

  private static final int STEPS_A_REPORT = 20;
  private static final int QUESTIONS_A_STEP = 24;

  /** The share of a report's paragraphs in a step. */
  private static final double LEAST_PARAGRAPHS = 0.25;

  private static final double MOST_PARAGRAPHS = 0.75;
  private static final float DROPOUT = 0.25f;
  private static final float LEARNING_RATE = 1e-3f;
  private static final float LAST_LEARNING_RATE = 2e-5f;

  /** A reader for each of so many folds of the reports, fitted without them. */
  static final int FOLDS = 4;

  private final List<Report> reports;
  private final ReaderNetwork network;
  private final NDManager manager;
  private final Random random;
  private final Optimizer optimizer;

  private FitReader(NDManager manager, List<Report> reports, ReaderTexts texts, long seed) {
    this.manager = manager;
    this.reports = reports;
    this.network = new ReaderNetwork(manager, texts, DROPOUT, seed);
    this.random = new Random(seed);
    this.optimizer =
        Optimizer.adam()
            .optLearningRateTracker(
                Tracker.cosine()
                    .setBaseValue(LEARNING_RATE)
                    .optFinalValue(LAST_LEARNING_RATE)
                    .setMaxUpdates(STEPS_A_REPORT * reports.size())
                    .build())
            .build();
  }

  /**
   * Fits the readers of the folds and that of all reports.
   *
   * @param reports their folder
   * @param kept where the readers of the folds are put; those that are there are kept, so that a
   *     fit broken off can go on
   * @param written where the reader of all reports is written to
   */
  static void fit(Path reports, Path kept, Path written) throws IOException {
    try (StoredEmbeddingModel words =
        new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"))) {
      ReaderTexts texts = ReaderTexts.of(FitData.reports(reports), words);
      for (int fold = 0; fold < FOLDS; fold++) {
        if (Files.exists(ofFold(kept, fold))) {
          continue;
        }
        int held = fold;
        List<Report> seen = texts.reports().stream().filter(r -> foldOf(r) != held).toList();
        write(fit(seen, texts, fold), ofFold(kept, fold));
      }
      write(fit(texts.reports(), texts, FOLDS), written);
    }
  }

  private static int foldOf(Report report) {
    return report.number() % FOLDS;
  }

  private static Path ofFold(Path kept, int fold) {
    return kept.resolve("reader-" + fold + ".bin");
  }

  private static void write(ReaderWeights weights, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      weights.write(out);
    }
  }

  /** For each fold the reader that has not seen its reports. */
  static List<Reader> readers(Path kept) throws IOException {
    List<Reader> readers = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      try (InputStream in = Files.newInputStream(ofFold(kept, fold))) {
        readers.add(new Reader(ReaderWeights.read(in)));
      }
    }
    return readers;
  }

  /**
   * The weights fitted on some reports.
   *
   * @param texts all reports
   */
  static ReaderWeights fit(List<Report> reports, ReaderTexts texts, long seed) {
    Engine.getInstance().setRandomSeed((int) seed);
    try (NDManager manager = NDManager.newBaseManager()) {
      return new FitReader(manager, reports, texts, seed).fit();
    }
  }

  private ReaderWeights fit() {
    List<Report> order = new ArrayList<>(reports);
    for (int round = 0; round < STEPS_A_REPORT; round++) {
      Collections.shuffle(order, random);
      double loss = order.stream().mapToDouble(report -> step(batch(report))).average().orElse(0);
      log.info("round {} of {}: loss {}", round + 1, STEPS_A_REPORT, loss);
    }
    return network.weights();
  }

  private ReaderBatch batch(Report report) {
    List<List<Sentence>> paragraphs = new ArrayList<>(report.paragraphs());
    Collections.shuffle(paragraphs, random);
    double share = LEAST_PARAGRAPHS + random.nextDouble() * (MOST_PARAGRAPHS - LEAST_PARAGRAPHS);
    int kept = Math.max(1, (int) Math.round(paragraphs.size() * share));
    List<Question> questions = new ArrayList<>(report.questions());
    Collections.shuffle(questions, random);
    return ReaderBatch.of(
        paragraphs.subList(0, kept),
        questions.subList(0, Math.min(QUESTIONS_A_STEP, questions.size())));
  }

  private double step(ReaderBatch batch) {
    double value;
    try (NDManager within = manager.newSubManager()) {
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = loss(within, batch);
        collector.backward(loss);
        value = loss.getFloat();
      }
      for (Map.Entry<Part, NDArray> parameter : network.parameters().entrySet()) {
        NDArray gradient = parameter.getValue().getGradient();
        optimizer.update(parameter.getKey().name(), parameter.getValue(), gradient);
        gradient.subi(gradient);
      }
    }
    return value;
  }

  private NDArray loss(NDManager within, ReaderBatch batch) {
    Shape row = new Shape(1, batch.questions());
    Shape rows = new Shape(batch.sentences(), batch.questions());
    NDArray scores =
        NDArrays.concat(new NDList(within.zeros(row), network.scores(within, batch)), 0);
    NDArray right =
        NDArrays.concat(
            new NDList(within.create(batch.none(), row), within.create(batch.right(), rows)), 0);
    return scores.logSoftmax(0).add(right).exp().sum(new int[] {0}).add(1e-9).log().mean().neg();
  }
}
