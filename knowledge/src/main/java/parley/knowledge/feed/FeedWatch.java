package parley.knowledge.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what lists of sources name, on their schedule, into a folder. A list that is changed is
 * read again within seconds.
 */
public final class FeedWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);

  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Between two documents, so that no host has to hurry. */
  private static final Duration POLITENESS = Duration.ofMillis(500);

  private final List<Path> files;
  private final Path folder;
  private final Fetcher fetcher;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "fetch-documents");
  private String complaint = "";

  private FeedWatch(List<Path> files, Path folder, boolean allowPrivate) {
    this.files = List.copyOf(files);
    this.folder = folder;
    this.fetcher = new Fetcher(new PublicAddresses(allowPrivate));
    thread.setDaemon(true);
  }

  /**
   * Begins to fetch.
   *
   * @param files lists of sources, {@code sources.yaml}; those that do not exist may come later
   * @param folder where documents are written to; made if it does not exist
   * @param allowPrivate whether addresses that are not public are fetched from, too
   */
  public static FeedWatch start(List<Path> files, Path folder, boolean allowPrivate) {
    FeedWatch watch = new FeedWatch(files, folder, allowPrivate);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      FetchRound round =
          new FetchRound(
              fetcher, FetchedFolder.open(folder), this::pause, POLITENESS, InstantSource.system());
      SourceList before = SourceList.NONE;
      long due = System.nanoTime();
      while (pause(LOOK)) {
        SourceList now = read(before);
        if (!now.equals(before) || System.nanoTime() - due >= 0) {
          fetch(round, now);
          due = System.nanoTime() + now.every().toNanos();
        }
        before = now;
      }
    } catch (IOException | RuntimeException e) {
      log.error("no more documents are fetched to {}: {}", folder, e.toString());
    }
  }

  private void fetch(FetchRound round, SourceList list) {
    try {
      round.run(list);
    } catch (IOException e) {
      log.warn("fetched documents cannot be kept in {}: {}", folder, e.toString());
    }
  }

  /** Waits; false if it is closed. */
  private boolean pause(Duration time) {
    try {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private SourceList read(SourceList before) {
    try {
      SourceList all = SourceList.NONE;
      for (Path file : files) {
        if (Files.exists(file)) {
          all = joined(all, SourceList.read(file));
        }
      }
      complaint = "";
      return all;
    } catch (FetchException e) {
      if (!e.getMessage().equals(complaint)) {
        log.warn("{} (what it listed before is still fetched)", e.getMessage());
      }
      complaint = e.getMessage();
      return before;
    }
  }

  private static SourceList joined(SourceList one, SourceList other) {
    List<String> feeds = new ArrayList<>(one.feeds());
    feeds.addAll(other.feeds());
    List<String> addresses = new ArrayList<>(one.addresses());
    addresses.addAll(other.addresses());
    return new SourceList(other.every(), feeds, addresses);
  }

  /** Stops fetching. */
  @Override
  public void close() {
    closing.countDown();
    fetcher.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
