package parley.knowledge.index;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.cluster.Leases;
import parley.knowledge.cluster.Renewal;

/**
 * Whose turn it is to read documents into an index, of all processes that share it on a cluster: a
 * lease, which whoever has it renews until he gives it back. Thread-safe.
 */
final class ClusterTurn implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClusterTurn.class);

  private final Leases leases;
  private final String name;
  private final Duration silence;
  private final String process = UUID.randomUUID().toString();
  private @Nullable Renewal renewal;
  private boolean mine;
  private long until;

  /**
   * Prepares to ask.
   *
   * @param index where turns are kept; made if it is not there
   * @param name of the lease
   * @param silence after which whoever has the turn is taken for dead
   */
  ClusterTurn(ClusterConnection cluster, String index, String name, Duration silence) {
    this.leases = new Leases(new TurnStore(cluster, index));
    this.name = name;
    this.silence = silence;
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
    boolean before = mine;
    mine = leases.take(name, process, silence);
    until = begun + silence.toNanos();
    if (mine && renewal == null) {
      renewal = Renewal.start("index-turn", silence, this::renew);
    }
    if (mine != before) {
      log.info(
          "{} process reads documents into the index on the cluster", mine ? "this" : "another");
    }
  }

  private synchronized void renew() {
    if (mine) {
      take();
    }
  }

  /** Gives the turn to the others at once. */
  synchronized void giveBack() {
    try {
      if (mine) {
        mine = false;
        leases.end(name, process);
      }
    } catch (IndexException e) {
      log.warn("the others wait before they read documents: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    Renewal begun = begun();
    if (begun != null) {
      begun.close();
    }
    giveBack();
  }

  private synchronized @Nullable Renewal begun() {
    return renewal;
  }
}
