package parley.knowledge.cluster;

import java.util.Optional;

/**
 * Keeps leases on a cluster, each an entry that is written only over the state in which it was
 * read: of all who write at once one succeeds. What is written is read from then on by all.
 * Thread-safe.
 */
public interface LeaseStore {

  /**
   * A lease as it was read. Each write of it makes another.
   *
   * @param holder whose it is
   * @param sequence with {@code term}, which write has made it what it is
   */
  record Lease(String holder, long sequence, long term) {

    boolean isOf(String someone) {
      return holder.equals(someone);
    }
  }

  /** The lease of a name; empty if there is none. */
  Optional<Lease> get(String name);

  /**
   * Writes a lease where there is none.
   *
   * @return false if another was written meanwhile, or perhaps this one, by a try whose answer was
   *     lost
   */
  boolean create(String name, String holder);

  /**
   * Writes a lease in place of one.
   *
   * @return false if it was changed since, perhaps by a try of this whose answer was lost
   */
  boolean replace(String name, Lease before, String holder);

  /** Removes a lease that was not changed since; else leaves it. */
  void remove(String name, Lease before);
}
