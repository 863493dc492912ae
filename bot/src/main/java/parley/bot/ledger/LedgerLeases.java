package parley.bot.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import parley.knowledge.cluster.LeaseStore;

/** Keeps leases among a ledger's documents, with the time when each was written. Thread-safe. */
record LedgerLeases(DocumentStore documents, Clock clock) implements LeaseStore {

  private static final String HOLDER = "holder";
  private static final String NAME = "name";
  private static final String AT = "at";

  @Override
  public Optional<Lease> get(String name) {
    return documents
        .get(DocumentId.of(name))
        .map(found -> new Lease(found.text(HOLDER), found.sequence(), found.term()));
  }

  @Override
  public boolean create(String name, String holder) {
    return documents.create(DocumentId.of(name), fields(name, holder)).isPresent();
  }

  @Override
  public boolean replace(String name, Lease before, String holder) {
    return documents.replace(document(name, before), fields(name, holder)).isPresent();
  }

  @Override
  public void remove(String name, Lease before) {
    documents.remove(document(name, before));
  }

  private StoredDocument document(String name, Lease lease) {
    return new StoredDocument(
        DocumentId.of(name), fields(name, lease.holder()), lease.sequence(), lease.term());
  }

  private ObjectNode fields(String name, String holder) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(NAME, name)
        .put(HOLDER, holder)
        .put(AT, clock.millis());
  }
}
