package parley.knowledge.grounding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import parley.knowledge.retrieval.FitData;

/**
 * Fits the model of {@link MachineSpeech} and writes its resource: on paragraphs of four authors,
 * three of whom were told to confuse it, on reports, on SQuAD's articles and on the briefing, which
 * speak to people.
 *
 * <p>Takes SQuAD's file and the path to write to; in this module's folder, with the classes and
 * test classes and all they need on the class path:
 *
 * <pre>{@code
 * java -cp … parley.knowledge.grounding.FitMachineSpeech squad.json \
 *   src/main/resources/parley/knowledge/grounding/machine-speech.bin
 * }</pre>
 */
final class FitMachineSpeech {

  private static final Path FOLDER = Path.of("src/test/resources/grounding");

  private static final double LASSO = 0.1;
  private static final double RIDGE = 0.1;

  /** What is met once tells nothing of what is not in the data. */
  private static final int LEAST_OFTEN = 2;

  private static final double LIGHT = 0.01;

  private FitMachineSpeech() {}

  public static void main(String[] arguments) throws IOException {
    AbstractModel model = fit(events(Path.of(arguments[0])));
    new BinaryQNModelWriter(pruned(model), Path.of(arguments[1]).toFile()).persist();
  }

  /** Without what weighs next to nothing, four fifths of it. */
  private static QNModel pruned(AbstractModel model) {
    Object[] parts = model.getDataStructures();
    Map<String, Context> features = new TreeMap<>();
    ((Map<?, ?>) parts[1])
        .forEach((feature, context) -> features.put((String) feature, (Context) context));
    features.values().removeIf(FitMachineSpeech::isLight);
    return new QNModel(
        features.values().toArray(Context[]::new),
        features.keySet().toArray(String[]::new),
        (String[]) parts[2]);
  }

  private static boolean isLight(Context feature) {
    return DoubleStream.of(feature.getParameters()).allMatch(weight -> Math.abs(weight) < LIGHT);
  }

  private static AbstractModel fit(List<Event> events) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(QNTrainer.L1COST_PARAM, LASSO);
    parameters.put(QNTrainer.L2COST_PARAM, RIDGE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 300);
    parameters.put(TrainingParameters.CUTOFF_PARAM, LEAST_OFTEN);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, null);
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, null);
    return trainer.doTrain(indexer);
  }

  private static List<Event> events(Path squad) throws IOException {
    List<Event> events = new ArrayList<>();
    for (SpokenTo each : SpokenTo.in(FOLDER.resolve("spoken-to.jsonl"))) {
      events.add(event(each.text(), each.machine()));
    }
    Stream.of(
            planted(),
            paragraphs(FitData.reports(FOLDER.resolveSibling("fit"))),
            paragraphs(FitData.squad(squad)),
            briefing())
        .flatMap(texts -> texts)
        .flatMap(text -> MachineSpeech.runs(text).stream())
        .forEach(run -> events.add(event(run.text(), false)));
    return events;
  }

  private static Stream<String> planted() {
    return Stream.of("fit.jsonl", "test.jsonl")
        .flatMap(file -> PlantedOutput.in(FOLDER.resolve(file)).stream())
        .flatMap(output -> output.telling().stream())
        .map(Evidence::text);
  }

  private static Stream<String> paragraphs(List<FitData.Article> articles) {
    return articles.stream().flatMap(article -> article.paragraphs().stream());
  }

  /** So often that its names, which attacks on it have too, tell nothing. */
  private static Stream<String> briefing() throws IOException {
    List<String> paragraphs = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/briefing"))) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        paragraphs.addAll(List.of(text.substring(text.indexOf("---", 3) + 3).split("\n\n+")));
      }
    }
    return Collections.nCopies(10, paragraphs).stream().flatMap(List::stream);
  }

  private static Event event(String text, boolean machine) {
    return new Event(
        machine ? MachineSpeech.MACHINE : MachineSpeech.PEOPLE, MachineSpeech.features(text));
  }
}
