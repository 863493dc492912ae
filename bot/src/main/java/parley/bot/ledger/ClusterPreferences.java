package parley.bot.ledger;

import static parley.bot.ledger.DocumentStore.by;
import static parley.bot.ledger.DocumentStore.is;
import static parley.bot.ledger.DocumentStore.isBefore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;

/** What people prefer, on a cluster; each preference is a document. Thread-safe. */
record ClusterPreferences(DocumentStore store, Clock clock) {

  private static final String PERSON = "person";
  private static final String NAME = "name";
  private static final String VALUE = "value";
  private static final String AT = "at";

  Optional<String> get(String person, String name) {
    return store.get(DocumentId.of(person, name)).map(kept -> kept.text(VALUE));
  }

  /**
   * Keeps what a person prefers.
   *
   * @param value null for nothing any more
   */
  void keep(String person, String name, @Nullable String value) {
    String id = DocumentId.of(person, name);
    if (value == null) {
      store.remove(id);
    } else {
      store.put(
          id,
          JsonNodeFactory.instance
              .objectNode()
              .put(PERSON, person)
              .put(NAME, name)
              .put(VALUE, value)
              .put(AT, clock.millis()));
    }
  }

  /** All that a person prefers, by name. */
  Map<String, String> of(String person) {
    return store.all(is(PERSON, person), List.of(by(NAME, SortOrder.Asc))).stream()
        .collect(Collectors.toMap(kept -> kept.text(NAME), kept -> kept.text(VALUE)));
  }

  /** Removes what a person prefers, and tells how much that was. */
  int forget(String person) {
    return store.removeAll(is(PERSON, person));
  }

  /**
   * Removes what was kept before a time, and tells how much that was.
   *
   * @param staying the people whose preferences stay all the same
   */
  int forgetBefore(Instant time, Predicate<String> staying) {
    List<SortOptions> order = List.of(by(PERSON, SortOrder.Asc), by(NAME, SortOrder.Asc));
    List<StoredDocument> old = store.all(isBefore(AT, time), order);
    Set<String> gone =
        old.stream()
            .map(kept -> kept.text(PERSON))
            .distinct()
            .filter(staying.negate())
            .collect(Collectors.toSet());
    List<StoredDocument> theirs =
        old.stream().filter(kept -> gone.contains(kept.text(PERSON))).toList();
    theirs.forEach(store::remove);
    return theirs.size();
  }
}
