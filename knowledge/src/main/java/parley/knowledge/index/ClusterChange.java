package parley.knowledge.index;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.document.DocumentFile;

/**
 * One change of an index on a cluster: writes what is new beside what is seen, then lets all of it
 * be seen at once. For one thread.
 */
final class ClusterChange {

  private static final Logger log = LoggerFactory.getLogger(ClusterChange.class);

  /**
   * Who has not written for so long is taken for dead, and another may change the index. If it was
   * alive, the state's number keeps two from finishing.
   */
  private static final Duration LEASE = Duration.ofSeconds(90);

  private static final int BYTES_A_CALL = 2_000_000;
  private static final int DIGITS_OF_AN_ID = 32;

  private final ClusterIndex index;
  private final ClusterView before;
  private final Duration grace;
  private final InstantSource clock;
  private final Analyzer analyzer;
  private final List<String> replaced = new ArrayList<>();
  private final Set<String> deleted = new HashSet<>();
  private ClusterState.Versioned held;
  private NdJson lines = new NdJson();

  private ClusterChange(
      ClusterIndex index,
      ClusterView before,
      ClusterState.Versioned held,
      Duration grace,
      InstantSource clock,
      Analyzer analyzer) {
    this.index = index;
    this.before = before;
    this.held = held;
    this.grace = grace;
    this.clock = clock;
    this.analyzer = analyzer;
  }

  /**
   * Keeps all others from changing the index.
   *
   * @param now the index's state
   * @param before the index as it is seen in that state
   * @param grace how long what is not seen any more is kept for those who still read it
   * @throws IndexException if another is changing it
   */
  static ClusterChange begin(
      ClusterIndex index,
      ClusterState.Versioned now,
      ClusterView before,
      Duration grace,
      InstantSource clock,
      Analyzer analyzer) {
    if (now.state().isHeld(clock.millis())) {
      throw another(index);
    }
    long until = clock.millis() + LEASE.toMillis();
    ClusterState begun = now.state().begun(UUID.randomUUID().toString(), until);
    Optional<ClusterState.Versioned> held = index.change(now, begun);
    return new ClusterChange(
        index, before, held.orElseThrow(() -> another(index)), grace, clock, analyzer);
  }

  private static IndexException another(ClusterIndex index) {
    return new IndexBusyException(
        "another process is changing the index "
            + index.name()
            + " on the cluster: wait for it, or use another name",
        null);
  }

  /**
   * Makes the changes.
   *
   * @return the state that shows them
   */
  ClusterState make(List<? extends IndexChange> changes) {
    try {
      deleteAborted();
      deleteOld();
      keepVectors(changes);
      for (IndexChange change : lastOfEach(changes)) {
        write(change);
      }
      flush();
      prolong();
      index.refresh();
      ClusterState finished = held.state().finished(dead());
      return index.change(held, finished).orElseThrow(() -> another(index)).state();
    } catch (RuntimeException e) {
      giveUp();
      throw e;
    }
  }

  /** Deletes what no one reads any more; what fails is left to the next change. */
  private void deleteOld() {
    List<String> old =
        held.state().dead().stream().filter(this::isOld).map(ClusterState.Dead::edition).toList();
    if (old.isEmpty()) {
      return;
    }
    if (delete(ClusterEntry.EDITION, old)) {
      deleted.addAll(old);
    }
  }

  private boolean delete(String field, List<?> values) {
    try {
      index.delete(field, values);
      return true;
    } catch (IndexException e) {
      log.warn("old entries of the index {} were not deleted: {}", index.name(), e.getMessage());
      return false;
    }
  }

  private boolean isOld(ClusterState.Dead dead) {
    return dead.since() + grace.toMillis() <= clock.millis();
  }

  private static Collection<IndexChange> lastOfEach(List<? extends IndexChange> changes) {
    Map<String, IndexChange> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.id(), change));
    return last.values();
  }

  private void deleteAborted() {
    ClusterState state = held.state();
    if (state.attempt() > state.change() + 1) {
      index.refresh();
      List<Long> aborted = new ArrayList<>();
      for (long number = state.change() + 1; number < state.attempt(); number++) {
        aborted.add(number);
      }
      delete(ClusterEntry.BORN, aborted);
    }
  }

  private void keepVectors(List<? extends IndexChange> changes) {
    changes.stream()
        .filter(IndexChange.Put.class::isInstance)
        .flatMap(change -> ((IndexChange.Put) change).passages().stream())
        .findFirst()
        .ifPresent(passage -> index.keepVectorsOf(passage.vector().dimension()));
  }

  private void write(IndexChange change) {
    String seen = before.editions().get(change.id());
    if (seen != null) {
      replaced.add(seen);
    }
    if (change instanceof IndexChange.Put put) {
      long born = held.state().attempt();
      String edition = held.state().made() + "." + born + "." + hash(put.id());
      add(edition, SourceEntry.of(put, edition, born));
      int number = 0;
      for (IndexChange.EmbeddedPassage passage : put.passages()) {
        add(edition + "." + number++, PassageEntry.of(passage, edition, born, analyzer));
      }
    }
  }

  private void add(String id, Object entry) {
    lines.add(Map.of("index", Map.of("_id", id))).add(entry);
    if (lines.size() > BYTES_A_CALL) {
      flush();
    }
  }

  private void flush() {
    if (lines.size() == 0) {
      return;
    }
    prolong();
    index.write(lines);
    lines = new NdJson();
  }

  private void prolong() {
    long now = clock.millis();
    if (held.state().until() - now < LEASE.toMillis() / 2) {
      ClusterState longer = held.state().prolonged(now + LEASE.toMillis());
      held = index.change(held, longer).orElseThrow(() -> another(index));
    }
  }

  /** What is dead and not deleted yet: what was before, but for what is old, and what dies now. */
  private List<ClusterState.Dead> dead() {
    long now = clock.millis();
    List<ClusterState.Dead> dead = new ArrayList<>(held.state().dead());
    dead.removeIf(it -> deleted.contains(it.edition()));
    replaced.forEach(edition -> dead.add(new ClusterState.Dead(edition, now)));
    return dead;
  }

  private void giveUp() {
    try {
      index.change(held, held.state().givenUp());
    } catch (IndexException e) {
      log.warn("the index {} stays locked for {} s", index.name(), LEASE.toSeconds());
    }
  }

  /** Tells ids apart that are too long, or of other letters, for an entry's own id. */
  static String hash(String text) {
    return DocumentFile.fingerprint(text.getBytes(StandardCharsets.UTF_8))
        .substring(0, DIGITS_OF_AN_ID);
  }
}
