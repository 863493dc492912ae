package parley.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.KnowledgeBase;

/** Tells at the start, not with the first question, that the language model does not answer. */
final class ModelTrial {

  private static final Logger log = LoggerFactory.getLogger(ModelTrial.class);

  private ModelTrial() {}

  /** Asks the model for a word, in the background; what comes of it is logged. */
  static void begin(KnowledgeBase knowledge) {
    Thread trial = new Thread(() -> run(knowledge), "model-trial");
    trial.setDaemon(true);
    trial.start();
  }

  private static void run(KnowledgeBase knowledge) {
    knowledge
        .modelComplaint()
        .ifPresent(
            complaint ->
                log.warn(
                    "{}: look at PARLEY_MODEL, its key and its address; until then answers are of"
                        + " the sources' own sentences",
                    complaint));
  }
}
