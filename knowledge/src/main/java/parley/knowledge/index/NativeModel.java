package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.knowledge.process.ProcessEnd;

/**
 * An encoder that runs in native code: loaded when it is first needed, and not left alone when the
 * process ends, since ONNX Runtime crashes the virtual machine if it is at work at that moment.
 */
final class NativeModel implements EmbeddingModel, EmbeddedModel.Words {

  private static final long LONGEST_BATCH_SECONDS = 20;

  private final Supplier<TextEncoder> load;
  private final ReadWriteLock working = new ReentrantReadWriteLock();
  private final Object loading = new Object();
  private @Nullable TextEncoder encoder;

  NativeModel(Supplier<TextEncoder> load) {
    this.load = load;
    ProcessEnd.stop(this::letWorkEnd);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return with(
        loaded ->
            Response.from(
                segments.stream()
                    .parallel()
                    .map(segment -> new Embedding(loaded.embed(segment.text())))
                    .toList()));
  }

  @Override
  public List<WordVector> of(String prefix, String text) {
    return with(loaded -> loaded.words(prefix, text));
  }

  /** All tokens of a text, read with a prefix before it, as an inner layer sees them. */
  List<TokenVector> tokens(String prefix, String text) {
    return with(loaded -> loaded.tokens(prefix, text));
  }

  @Override
  public boolean isCommon(String word) {
    return with(loaded -> loaded.isCommon(word));
  }

  private <T> T with(Function<TextEncoder, T> work) {
    Lock lock = working.readLock();
    lock.lock();
    try {
      return work.apply(loaded());
    } finally {
      lock.unlock();
    }
  }

  private TextEncoder loaded() {
    synchronized (loading) {
      TextEncoder ready = encoder;
      if (ready == null) {
        ready = load.get();
        encoder = ready;
      }
      return ready;
    }
  }

  /** Waits for work under way, and lets no more begin. */
  private void letWorkEnd() {
    try {
      if (!working.writeLock().tryLock(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
