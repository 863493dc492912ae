package parley.knowledge.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import parley.knowledge.cluster.ClusterPlace;

/**
 * An index on an OpenSearch cluster that has the plugin opensearch-knn, for any number of processes
 * on many machines; one at a time changes it. Finds what {@link LucenePassageIndex} finds, with the
 * same scores, but for ties and for what the nearest vectors' graph misses. Thread-safe.
 *
 * <p>Each way of making an index, {@code madeBy}, has an index of its own, {@code
 * PREFIX-NAME.HASH}. The alias {@code PREFIX-NAME} points to the one that was made last, once it is
 * complete; the others are deleted at the end of a change ten minutes after that, so that processes
 * of an earlier version go on reading theirs while they are replaced.
 *
 * <p>A change is seen by other processes a second later at most. It is all or none for them as it
 * is for the embedded index: new entries lie beside the old, unseen, until one entry that names
 * them is replaced. Weaker is this: who reads one state for more than two minutes while it is
 * changed twice may miss what was taken out of it, and what is not seen any more still counts a
 * little in which passages come among the best, until it is deleted; never in their scores.
 */
public final class OpenSearchPassageIndex extends StatefulIndex<ClusterView> {

  private static final String SCHEMA = "1";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
  private static final int DIGITS_OF_A_SIGNATURE = 12;

  /** All of the documents' scores are those of one shard; more are for what one cannot hold. */
  private static final int SHARDS = 1;

  private final ClusterConnection cluster;
  private final ClusterIndex index;
  private final ClusterAlias alias;
  private final ClusterTurn turn;
  private final Patience patience;
  private final InstantSource clock;
  private final ClusterView.AtHand atHand = ClusterView.AtHand.empty();
  private final Object changing = new Object();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Look look;

  /** Whether nothing was changed since {@link #complete()}; unknown at first. */
  private boolean complete;

  /** In milliseconds since 1970; 0 if not by this process. */
  private long swappedAt;

  private OpenSearchPassageIndex(
      ClusterConnection cluster,
      ClusterIndex index,
      ClusterAlias alias,
      ClusterTurn turn,
      Patience patience,
      InstantSource clock) {
    this.cluster = cluster;
    this.index = index;
    this.alias = alias;
    this.turn = turn;
    this.patience = patience;
    this.clock = clock;
    this.look = new Look(ClusterView.empty(index, atHand), System.nanoTime());
    look();
  }

  /**
   * How long things wait.
   *
   * @param unseen until what is not seen any more is deleted
   * @param replaced until an index that was made in another way is deleted
   * @param look until the cluster is asked for changes again
   * @param silence until whoever reads documents into the index and gives no sign of life is taken
   *     for dead
   */
  record Patience(Duration unseen, Duration replaced, Duration look, Duration silence) {
    static final Patience USUAL =
        new Patience(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));
  }

  /** The index as it was seen at a time of {@link System#nanoTime}. */
  private record Look(ClusterView view, long at) {}

  /**
   * Opens an index. One that is not there, or was made in another way, counts as empty, so that the
   * next change makes it.
   *
   * @param place on the cluster; the other nodes serve while one does not answer
   * @param name of the index there: small letters, digits, - and _, at most 100
   * @param madeBy names all that decides what is kept: reader, model
   * @throws IndexException if the cluster does not answer
   */
  public static OpenSearchPassageIndex open(ClusterPlace place, String name, String madeBy) {
    return open(place, name, madeBy, Patience.USUAL, InstantSource.system());
  }

  static OpenSearchPassageIndex open(
      ClusterPlace place, String name, String madeBy, Patience patience, InstantSource clock) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name an index: take small letters, digits, - and _, at most 100");
    }
    ClusterConnection cluster = ClusterConnection.to(place.nodes());
    try {
      ClusterAlias alias = new ClusterAlias(cluster, place.name(name));
      String signature =
          ClusterChange.hash(SCHEMA + " " + madeBy).substring(0, DIGITS_OF_A_SIGNATURE);
      ClusterIndex index = new ClusterIndex(cluster, alias.name() + "." + signature);
      ClusterTurn turn =
          new ClusterTurn(cluster, alias.name() + "-turns", signature, patience.silence());
      return new OpenSearchPassageIndex(cluster, index, alias, turn, patience, clock);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  <T> T readOnce(Function<ClusterView, T> reading) {
    return reading.apply(view());
  }

  @Override
  <T> T readOne(Function<ClusterView, T> reading) {
    try {
      return readOnce(reading);
    } catch (ClusterIndex.GoneException e) {
      return reading.apply(look());
    }
  }

  private ClusterView view() {
    Look now = look;
    if (System.nanoTime() - now.at() < patience.look().toNanos() || !looking.tryLock()) {
      return now.view();
    }
    try {
      return look();
    } finally {
      looking.unlock();
    }
  }

  /** Sees what others changed. */
  private ClusterView look() {
    looking.lock();
    try {
      ClusterView before = look.view();
      ClusterView now =
          index
              .state()
              .map(it -> viewOf(it.state(), before))
              .orElseGet(() -> ClusterView.empty(index, atHand));
      look = new Look(now, System.nanoTime());
      return now;
    } finally {
      looking.unlock();
    }
  }

  private static ClusterView viewOf(ClusterState state, ClusterView known) {
    return known.isOf(state) ? known : known.in(state);
  }

  @Override
  public boolean mayChange() {
    return turn.isMine();
  }

  @Override
  public void leaveChanges() {
    turn.giveBack();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IndexException if another process is changing the index, or the cluster fails
   */
  @Override
  public void apply(List<? extends IndexChange> changes) {
    synchronized (changing) {
      complete = false;
      begin().make(changes);
      look();
    }
  }

  @Override
  public void complete() {
    synchronized (changing) {
      if (!complete) {
        index.state().ifPresent(now -> swap(now.state()));
        complete = true;
      }
    }
  }

  private void swap(ClusterState now) {
    if (alias.pointTo(index.name())) {
      swappedAt = clock.millis();
    }
    long inUseSince = Math.max(now.madeAt(), swappedAt);
    boolean isSettled = inUseSince + patience.replaced().toMillis() <= clock.millis();
    if (isSettled && alias.means(index.name())) {
      alias.deleteAllBut(index.name());
    }
  }

  /** Keeps all others from changing the index; makes it if it is not there. */
  ClusterChange begin() {
    ClusterState.Versioned now = index.state().orElseGet(this::make);
    ClusterView before = viewOf(now.state(), look.view());
    return ClusterChange.begin(index, now, before, patience.unseen(), clock, analyzer);
  }

  private ClusterState.Versioned make() {
    String made = UUID.randomUUID().toString().substring(0, 8);
    index.make(ClusterState.fresh(made, clock.millis()), SHARDS);
    return index
        .state()
        .orElseThrow(
            () -> new IndexException("the index " + index.name() + " was deleted: try again"));
  }

  @Override
  public void close() {
    turn.close();
    cluster.close();
  }
}
