package parley.knowledge.index;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.cluster.Silence;

/**
 * Whose turn it is to read documents into an index, of all processes that share it on a cluster. It
 * is one entry, which whoever has the turn writes anew now and then. Another takes the turn when it
 * was given back, or when the entry has stayed the same for too long by his own machine's running
 * time: the clocks of several machines differ. Each writes only over what he has read, so that of
 * all who do so at once one succeeds. Thread-safe.
 */
final class ClusterTurn implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClusterTurn.class);

  private static final String HOLDER = "holder";

  /** A few may fail before the others count one for dead. */
  private static final int SIGNS = 4;

  private static final Map<String, Object> INDEX =
      Map.of(
          "settings",
          Map.of("index", Map.of("number_of_shards", 1, "auto_expand_replicas", "0-2")),
          "mappings",
          Map.of("dynamic", false));

  private final ClusterConnection cluster;
  private final String index;
  private final String id;
  private final Duration silence;
  private final Silence others = new Silence();
  private final String process = UUID.randomUUID().toString();
  private @Nullable Thread signs;
  private boolean mine;
  private long until;

  /**
   * Prepares to ask.
   *
   * @param index where turns are kept; made if it is not there
   * @param id of the entry
   * @param silence after which whoever has the turn is taken for dead
   */
  ClusterTurn(ClusterConnection cluster, String index, String id, Duration silence) {
    this.cluster = cluster;
    this.index = index;
    this.id = id;
    this.silence = silence;
  }

  /** The entry as it was read; each write of it makes another. */
  private record Entry(String holder, long number, long term) {

    String asRead() {
      return "?if_seq_no=" + number + "&if_primary_term=" + term;
    }
  }

  /**
   * Whether it is this process's turn; takes it if it is nobody's.
   *
   * @throws IndexException if the cluster fails
   */
  synchronized boolean isMine() {
    if (!mine || System.nanoTime() - until >= 0) {
      take();
    }
    return mine;
  }

  private void take() {
    long begun = System.nanoTime();
    Entry there = read();
    boolean before = mine;
    mine = mayTake(there) && isWritten(there);
    until = begun + silence.toNanos();
    if (mine && signs == null) {
      signs = startSigns();
    }
    if (mine != before) {
      log.info(
          "{} process reads documents into the index on the cluster", mine ? "this" : "another");
    }
  }

  private Thread startSigns() {
    Thread thread = new Thread(this::giveSigns, "index-turn");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void giveSigns() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(silence.toNanos() / SIGNS);
        giveSign();
      }
    } catch (InterruptedException e) {
      log.debug("no more signs of life");
    }
  }

  private boolean mayTake(@Nullable Entry there) {
    return there == null || isOwn(there) || others.has(id, there.toString(), silence);
  }

  private boolean isOwn(@Nullable Entry entry) {
    return entry != null && entry.holder().equals(process);
  }

  private @Nullable Entry read() {
    ClusterConnection.Reply reply = cluster.ask("GET", path("_doc"));
    if (reply.isMissing()) {
      return null;
    }
    if (!reply.isDone()) {
      throw cluster.refused("a look at " + index, reply);
    }
    return new Entry(
        reply.body().path("_source").path(HOLDER).asText(),
        reply.body().path("_seq_no").asLong(),
        reply.body().path("_primary_term").asLong());
  }

  private boolean isWritten(@Nullable Entry before) {
    if (before == null) {
      cluster.make(index, INDEX);
    }
    String path = before == null ? path("_create") : path("_doc") + before.asRead();
    ClusterConnection.Reply reply = cluster.ask("PUT", path, Map.of(HOLDER, process));
    if (!reply.isDone() && !reply.isConflict()) {
      throw cluster.refused("a turn in " + index, reply);
    }
    // a try may have done it whose answer was lost
    return reply.isDone() || isOwn(read());
  }

  private synchronized void giveSign() {
    try {
      if (mine) {
        take();
      }
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        log.warn("another process may take this one for dead: {}", e.getMessage());
      }
    }
  }

  /** Gives the turn to the others at once. */
  synchronized void giveBack() {
    try {
      Entry there = mine ? read() : null;
      mine = false;
      if (there != null && isOwn(there)) {
        cluster.ask("DELETE", path("_doc") + there.asRead());
      }
    } catch (IndexException e) {
      log.warn("the others wait before they read documents: {}", e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    if (signs != null) {
      signs.interrupt();
    }
    giveBack();
  }

  private String path(String kind) {
    return "/" + index + "/" + kind + "/" + id;
  }
}
