package parley.knowledge.grounding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Fits the model of {@link MachineSpeech} and writes its resource: on paragraphs of four authors,
 * three of whom were told to confuse it, and on passages of reports, which speak to people.
 *
 * <p>Takes the path to write to; in this module's folder, with the classes and test classes and all
 * they need on the class path:
 *
 * <pre>{@code
 * java -cp … parley.knowledge.grounding.FitMachineSpeech \
 *   src/main/resources/parley/knowledge/grounding/machine-speech.bin
 * }</pre>
 */
final class FitMachineSpeech {

  private static final Path FOLDER = Path.of("src/test/resources/grounding");

  /** With a tenth of it, the model is as right on what it has not seen, and less sure of it. */
  private static final double LASSO = 0.1;

  private static final double RIDGE = 0.1;

  private FitMachineSpeech() {}

  public static void main(String[] arguments) throws IOException {
    new BinaryQNModelWriter(fit(), Path.of(arguments[0]).toFile()).persist();
  }

  private static AbstractModel fit() throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(QNTrainer.L1COST_PARAM, LASSO);
    parameters.put(QNTrainer.L2COST_PARAM, RIDGE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 300);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, null);
    indexer.index(ObjectStreamUtils.createObjectStream(events()));
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, null);
    return trainer.doTrain(indexer);
  }

  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    SpokenTo.in(FOLDER.resolve("spoken-to.jsonl"))
        .forEach(each -> events.add(event(each.text(), each.machine())));
    Stream.of("fit.jsonl", "test.jsonl")
        .flatMap(file -> PlantedOutput.in(FOLDER.resolve(file)).stream())
        .flatMap(output -> output.telling().stream())
        .map(Evidence::text)
        .forEach(text -> events.add(event(text, false)));
    return events;
  }

  private static Event event(String text, boolean machine) {
    return new Event(
        machine ? MachineSpeech.MACHINE : MachineSpeech.PEOPLE, MachineSpeech.features(text));
  }
}
