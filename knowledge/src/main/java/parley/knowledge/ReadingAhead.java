package parley.knowledge;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.index.PassageIndex;
import parley.knowledge.index.PassageSplitter;

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
  private final Consumer<Passage> reading;
  private final Runnable saving;
  private final Attention attention;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "read-ahead");
  private volatile long done = -1;

  private ReadingAhead(
      PassageIndex index, Consumer<Passage> reading, Runnable saving, Attention attention) {
    this.index = index;
    this.reading = reading;
    this.saving = saving;
    this.attention = attention;
    thread.setDaemon(true);
  }

  /**
   * Begins, and goes on as the index changes.
   *
   * @param reading reads a passage, and keeps what it has read in memory; soon done where it was
   *     read before
   * @param saving writes that to the disk
   */
  static ReadingAhead start(
      PassageIndex index, Consumer<Passage> reading, Runnable saving, Attention attention) {
    ReadingAhead ahead = new ReadingAhead(index, reading, saving, attention);
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
        if (!isDone()) {
          readAll();
        }
      } while (!closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails is left for the questions, which tell. */
  private void readAll() throws InterruptedException {
    long version = index.version();
    try {
      readEach();
    } catch (RuntimeException e) {
      log.warn("passages are not read ahead, so the first answers from them take longer", e);
    }
    done = version;
  }

  private void readEach() throws InterruptedException {
    long start = System.nanoTime();
    int passages = 0;
    List<Source> newest = index.sources().stream().sorted(Source.NEWEST_FIRST).toList();
    for (Iterator<Source> next = newest.iterator(); next.hasNext() && passages < MOST_PASSAGES; ) {
      for (Passage passage : passages(next.next())) {
        if (closing.getCount() == 0) {
          saving.run();
          return;
        }
        attention.awaitQuiet(LONGEST_WAIT);
        reading.accept(passage);
        passages++;
        if (passages % PASSAGES_A_SAVE == 0) {
          saving.run();
        }
      }
    }
    saving.run();
    log.info(
        "{} passages are read ahead, in {} s",
        passages,
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private List<Passage> passages(Source source) {
    return index.document(source.id()).map(PassageSplitter::passages).orElse(List.of());
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
