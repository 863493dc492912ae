package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import parley.knowledge.cluster.Silence;

/**
 * Leases that processes hold on a cluster. A lease is one document. Whoever holds it writes it anew
 * now and then; whoever wants it watches it, and writes himself in when it has stayed the same for
 * too long. Both write only over the state that they have read, so that of all who do so at once
 * one succeeds, and a holder who had fallen silent learns that he is none any more. Thread-safe.
 */
final class ClusterLeases {

  private static final String HOLDER = "holder";
  private static final String NAME = "name";
  private static final String AT = "at";

  private final DocumentStore store;
  private final Clock clock;
  private final Silence silence = new Silence();

  ClusterLeases(DocumentStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a lease that is free, or renews one's own.
   *
   * @param time after which a lease that was not renewed is free
   */
  boolean take(String name, String holder, Duration time) {
    String id = DocumentId.of(name);
    Optional<StoredDocument> found = store.get(id);
    ObjectNode next = lease(name, holder);
    if (found.isEmpty()) {
      return store.create(id, next).isPresent() || isHeld(id, holder);
    }
    StoredDocument lease = found.get();
    if (isOf(lease, holder) || silence.has(name, lease.state(), time)) {
      return store.replace(lease, next).isPresent() || isHeld(id, holder);
    }
    return false;
  }

  /** A try whose answer was lost may have succeeded. */
  private boolean isHeld(String id, String holder) {
    return store.get(id).filter(lease -> isOf(lease, holder)).isPresent();
  }

  /** Gives back a lease, if it is the holder's. */
  void end(String name, String holder) {
    store.get(DocumentId.of(name)).filter(lease -> isOf(lease, holder)).ifPresent(store::remove);
  }

  /** Whether a lease was given back, or was not renewed for as long as this process has watched. */
  boolean isFree(String name, Duration time) {
    Optional<StoredDocument> lease = store.get(DocumentId.of(name));
    if (lease.isEmpty()) {
      silence.forget(name);
      return true;
    }
    return silence.has(name, lease.get().state(), time);
  }

  private static boolean isOf(StoredDocument lease, String holder) {
    return lease.text(HOLDER).equals(holder);
  }

  private ObjectNode lease(String name, String holder) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(NAME, name)
        .put(HOLDER, holder)
        .put(AT, clock.millis());
  }
}
