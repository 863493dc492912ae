package parley.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.index.IndexException;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.PassageSplitter;
import parley.knowledge.index.StoredEmbeddingModel;

/**
 * Reads the passages of an index ahead, those of the newest documents first, while nobody asks. So
 * the index serves as soon as its passages can be found, and answers from them soon come faster.
 */
final class ReadingAhead implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReadingAhead.class);

  /**
   * What is read of so many takes 750 MB of disk (own measurement); others are read when asked for.
   */
  private static final int MOST_PASSAGES = 10_000;

  private static final int PASSAGES_A_SAVE = 100;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final PassageIndex index;
  private final StoredEmbeddingModel embeddings;
  private final Consumer<Passage> reading;
  private final Attention attention;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "read-ahead");
  private volatile long done = -1;

  private ReadingAhead(
      PassageIndex index,
      StoredEmbeddingModel embeddings,
      Consumer<Passage> reading,
      Attention attention) {
    this.index = index;
    this.embeddings = embeddings;
    this.reading = reading;
    this.attention = attention;
    thread.setDaemon(true);
  }

  /**
   * Begins, and goes on as the index changes.
   *
   * @param embeddings where what is read is kept; what is of no passage any more is dropped
   * @param reading reads a passage; soon done where it was read before
   */
  static ReadingAhead start(
      PassageIndex index,
      StoredEmbeddingModel embeddings,
      Consumer<Passage> reading,
      Attention attention) {
    ReadingAhead ahead = new ReadingAhead(index, embeddings, reading, attention);
    ahead.thread.start();
    return ahead;
  }

  /** Whether all passages that the index holds now have been read. */
  boolean isDone() {
    return done == index.version();
  }

  private void run() {
    try {
      do {
        look();
      } while (!closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      long version = index.version();
      if (version != done) {
        readAll();
        done = version;
      }
    } catch (IndexException e) {
      log.debug("the index is out of reach: it is looked at again", e);
    }
  }

  /** What fails is left for the questions, which tell. */
  private void readAll() throws InterruptedException {
    try {
      readEach();
    } catch (RuntimeException e) {
      log.warn("passages are not read ahead, so the first answers from them take longer", e);
    }
  }

  private void readEach() throws InterruptedException {
    long start = System.nanoTime();
    embeddings.beginUse();
    int passages = 0;
    for (Source source : index.sources().stream().sorted(Source.NEWEST_FIRST).toList()) {
      int before = passages;
      passages += read(source);
      if (passages > MOST_PASSAGES || closing.getCount() == 0) {
        embeddings.save();
        return;
      }
      if (passages / PASSAGES_A_SAVE > before / PASSAGES_A_SAVE) {
        embeddings.save();
      }
    }
    embeddings.save();
    embeddings.dropUnused();
    log.info(
        "{} passages are read ahead, in {} s",
        passages,
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private int read(Source source) throws InterruptedException {
    Optional<SourceDocument> document = index.document(source.id());
    if (document.isEmpty()) {
      return 0;
    }
    List<PassageSplitter.Cut> cuts = PassageSplitter.split(document.get());
    embeddings.use(cuts.stream().map(PassageSplitter.Cut::embedded).toList());
    for (PassageSplitter.Cut cut : cuts) {
      if (closing.getCount() > 0) {
        attention.awaitQuiet(LONGEST_WAIT);
        reading.accept(cut.passage());
      }
    }
    return cuts.size();
  }

  /** Ends after the passage that is being read. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
