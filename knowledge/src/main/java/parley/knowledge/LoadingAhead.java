package parley.knowledge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.retrieval.SentenceScoringModel;

/**
 * Loads the models while documents are read, since both take half a second. To be closed before the
 * process ends: ONNX Runtime crashes the virtual machine that ends while it loads.
 */
final class LoadingAhead implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LoadingAhead.class);

  /** For those who may never ask. */
  static final LoadingAhead NOTHING = new LoadingAhead(new Thread(() -> {}));

  private final Thread thread;

  private LoadingAhead(Thread thread) {
    this.thread = thread;
  }

  static LoadingAhead of(EmbeddedModel model) {
    Thread thread = new Thread(() -> load(model), "load-models");
    thread.setDaemon(true);
    thread.start();
    return new LoadingAhead(thread);
  }

  /** What fails here fails again when it is needed, and is told then. */
  private static void load(EmbeddedModel model) {
    try {
      model.loadNow();
      SentenceScoringModel.loadNow();
    } catch (RuntimeException e) {
      log.debug("the models could not be loaded ahead", e);
    }
  }

  /** Waits until all is loaded. */
  @Override
  public void close() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
