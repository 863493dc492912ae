package parley.knowledge.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of an index on a cluster its readers see: the one entry that changes, all at once.
 *
 * @param made tells this index from an earlier one of the same name
 * @param madeAt when it was made, in milliseconds since 1970
 * @param change number of the last change that was finished; later entries are not seen yet
 * @param attempt number of the last change that was begun
 * @param holder who is making that change; null if no one is
 * @param until when another may take over from them, in milliseconds since 1970
 * @param dead what was replaced or removed and is not deleted yet
 * @param aborted numbers of changes that were begun and never finished
 */
record ClusterState(
    String made,
    long madeAt,
    long change,
    long attempt,
    @Nullable String holder,
    long until,
    List<Dead> dead,
    List<Long> aborted) {

  /**
   * An edition of a document that is not seen any more.
   *
   * @param since from when, in milliseconds since 1970
   */
  record Dead(String edition, long since) {}

  /** The state with what a change of it has to name, so that of two at once one fails. */
  record Versioned(
      ClusterState state,
      @JsonProperty("_seq_no") long number,
      @JsonProperty("_primary_term") long term) {}

  ClusterState {
    dead = List.copyOf(dead);
    aborted = List.copyOf(aborted);
  }

  static ClusterState fresh(String made, long now) {
    return new ClusterState(made, now, 0, 0, null, 0, List.of(), List.of());
  }

  boolean isHeld(long now) {
    return holder != null && until > now;
  }

  ClusterState begun(String by, long untilThen) {
    return new ClusterState(made, madeAt, change, attempt + 1, by, untilThen, dead, aborted);
  }

  ClusterState prolonged(long untilThen) {
    return new ClusterState(made, madeAt, change, attempt, holder, untilThen, dead, aborted);
  }

  ClusterState givenUp() {
    return new ClusterState(made, madeAt, change, attempt, null, 0, dead, aborted);
  }

  ClusterState finished(List<Dead> deadNow) {
    List<Long> never = new ArrayList<>(aborted);
    LongStream.range(change + 1, attempt).forEach(never::add);
    return new ClusterState(made, madeAt, attempt, attempt, null, 0, deadNow, never);
  }

  /** Whether readers see the same. */
  boolean isSeenAs(ClusterState other) {
    return isOfSameIndex(other) && change == other.change;
  }

  /** What finds the entries that readers see, by themselves or among others. */
  Map<String, Object> visible() {
    List<Object> hidden = new ArrayList<>();
    if (!dead.isEmpty()) {
      hidden.add(terms(ClusterEntry.EDITION, dead.stream().map(Dead::edition).toList()));
    }
    if (!aborted.isEmpty()) {
      hidden.add(terms(ClusterEntry.BORN, aborted));
    }
    Map<String, Object> born = Map.of("range", Map.of(ClusterEntry.BORN, Map.of("lte", change)));
    Map<String, Object> bool = new LinkedHashMap<>(Map.of("filter", List.of(born)));
    bool.put("must_not", hidden);
    return Map.of("bool", bool);
  }

  /** What finds those of them that came after a change. */
  Map<String, Object> visibleSince(long earlier) {
    Map<String, Object> later = Map.of("range", Map.of(ClusterEntry.BORN, Map.of("gt", earlier)));
    return Map.of("bool", Map.of("filter", List.of(visible(), later)));
  }

  /** Whether a state is of the same index. */
  boolean isOfSameIndex(ClusterState other) {
    return made.equals(other.made);
  }

  private static Map<String, Object> terms(String field, List<?> values) {
    return Map.of("terms", Map.of(field, values));
  }
}
