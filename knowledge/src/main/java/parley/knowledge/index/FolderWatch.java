package parley.knowledge.index;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;

/**
 * Keeps an index up to date with folders while they change. The operating system tells of most
 * changes at once; since network disks tell of none, it also looks for itself every other second,
 * or more seldom where a look takes long.
 */
public final class FolderWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

  private static final Duration LISTEN = Duration.ofMillis(200);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** After news, so long until the look: changes come in crowds. */
  private static final Duration CROWD = Duration.ofMillis(300);

  /** Looking takes at most this share of a processor's time. */
  private static final int REST_PER_LOOK = 10;

  private final Supplier<List<DocumentFile>> files;
  private final List<Path> paths;
  private final PassageIndex index;
  private final IndexUpdater updater;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<Path> registered = new HashSet<>();
  private final @Nullable WatchService news;
  private final Thread thread;
  private String complaint = "";
  private volatile long looked = System.nanoTime();

  private FolderWatch(
      Supplier<List<DocumentFile>> files,
      List<Path> paths,
      PassageIndex index,
      IndexUpdater updater) {
    this.files = files;
    this.paths = List.copyOf(paths);
    this.index = index;
    this.updater = updater;
    this.news = service();
    this.thread = new Thread(this::run, "watch-documents");
    thread.setDaemon(true);
  }

  /**
   * Begins to watch. While another process reads documents into the index, it only waits for its
   * turn.
   *
   * @param files lists the documents
   * @param paths the folders and files where they are
   * @param updater of that index
   */
  public static FolderWatch start(
      Supplier<List<DocumentFile>> files,
      List<Path> paths,
      PassageIndex index,
      IndexUpdater updater) {
    FolderWatch watch = new FolderWatch(files, paths, index, updater);
    watch.thread.start();
    return watch;
  }

  private static @Nullable WatchService service() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      log.debug("the system tells of no changes: {}", e.toString());
      return null;
    }
  }

  private void run() {
    Duration rest = Duration.ZERO;
    while (waitFor(rest)) {
      long start = System.nanoTime();
      boolean unsettled = look();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      rest = unsettled ? CROWD : longer(LOOK_AGAIN, taken.multipliedBy(REST_PER_LOOK));
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** Waits until there is news or the time is up; false when it is closed. */
  private boolean waitFor(Duration rest) {
    long end = System.nanoTime() + rest.toNanos();
    while (System.nanoTime() < end) {
      if (isClosedAfter(LISTEN)) {
        return false;
      }
      if (hasNews()) {
        return !isClosedAfter(CROWD);
      }
    }
    return closing.getCount() > 0;
  }

  private boolean isClosedAfter(Duration time) {
    try {
      return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean hasNews() {
    if (news == null) {
      return false;
    }
    boolean any = false;
    for (WatchKey key = news.poll(); key != null; key = news.poll()) {
      key.pollEvents();
      if (!key.reset() && key.watchable() instanceof Path folder) {
        registered.remove(folder);
      }
      any = true;
    }
    return any;
  }

  /** Whether another look is due soon. Whatever goes wrong, what was read before is served on. */
  private boolean look() {
    try {
      boolean unsettled = index.mayChange() && refresh(files.get());
      complaint = "";
      looked = System.nanoTime();
      return unsettled;
    } catch (DocumentException | IndexException e) {
      complain(e.getMessage());
    } catch (RuntimeException e) {
      log.debug("the documents could not be looked at", e);
      complain("the documents could not be looked at: " + e);
    }
    return false;
  }

  private boolean refresh(List<DocumentFile> now) {
    register(now);
    boolean unsettled = updater.refresh(now, () -> closing.getCount() == 0);
    if (!unsettled && closing.getCount() > 0) {
      index.complete();
    }
    return unsettled;
  }

  private void complain(String message) {
    if (!message.equals(complaint)) {
      log.warn("{} (what was read before is still served)", message);
    }
    complaint = message;
  }

  private void register(List<DocumentFile> now) {
    if (news == null) {
      return;
    }
    Stream.concat(
            paths.stream().map(Path::toAbsolutePath),
            now.stream().flatMap(file -> file.content().folder().stream()))
        .filter(registered::add)
        .forEach(folder -> register(news, folder));
  }

  /** What the system does not tell of is found by looking. */
  private static void register(WatchService news, Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        folder.register(
            news,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    } catch (IOException | UnsupportedOperationException | ClosedWatchServiceException e) {
      log.debug("the system tells of no changes in {}: {}", folder, e.toString());
    }
  }

  /** How long ago it last looked at all documents and found the index up to date, or made it so. */
  public Duration sinceLook() {
    return Duration.ofNanos(System.nanoTime() - looked);
  }

  /** Stops watching, once the document being read is done. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
      if (news != null) {
        news.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("the watch could not be closed: {}", e.toString());
    }
  }
}
