package parley.knowledge.cluster;

import java.time.Duration;
import java.util.Optional;
import parley.knowledge.cluster.LeaseStore.Lease;

/**
 * Leases that processes hold on a cluster. Whoever holds one writes it anew now and then; whoever
 * wants it watches it, and writes himself in when it has stayed the same for too long by his own
 * machine's running time: the clocks of several machines differ. A holder who had fallen silent
 * learns that he is none any more, since he cannot write over what another wrote. Throws what the
 * store throws. Thread-safe.
 */
public final class Leases {

  private final LeaseStore store;
  private final Silence silence = new Silence();

  public Leases(LeaseStore store) {
    this.store = store;
  }

  /**
   * Takes a lease that is free, or renews one's own.
   *
   * @param time after which a lease that was not renewed is free
   * @return whether it is the holder's now
   */
  public boolean take(String name, String holder, Duration time) {
    Optional<Lease> found = store.get(name);
    if (found.isEmpty()) {
      return store.create(name, holder) || isHeld(name, holder);
    }
    Lease lease = found.get();
    boolean may = lease.isOf(holder) || silence.has(name, lease.toString(), time);
    return may && (store.replace(name, lease, holder) || isHeld(name, holder));
  }

  /** A try whose answer was lost may have succeeded. */
  private boolean isHeld(String name, String holder) {
    return store.get(name).filter(lease -> lease.isOf(holder)).isPresent();
  }

  /** Gives back a lease at once, if it is the holder's. */
  public void end(String name, String holder) {
    store
        .get(name)
        .filter(lease -> lease.isOf(holder))
        .ifPresent(lease -> store.remove(name, lease));
  }

  /**
   * Whether a lease was given back, or was not renewed for so long while this process watched it.
   */
  public boolean isFree(String name, Duration time) {
    Optional<Lease> lease = store.get(name);
    if (lease.isEmpty()) {
      silence.forget(name);
      return true;
    }
    return silence.has(name, lease.get().toString(), time);
  }
}
