package parley.knowledge.index;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of the passages that one state of an index on a cluster shows. They are counted when
 * they are first asked for: from what was counted of an earlier state, where little has changed
 * since. Thread-safe.
 */
final class ClusterWords {

  /** Of so many documents the words are asked for one by one; of more, of all at once. */
  private static final int FEW = 500;

  private final ClusterIndex index;
  private final Map<String, Object> visible;
  private final Set<String> editions;
  private Counted counted;
  private boolean upToDate;

  /**
   * Prepares to count.
   *
   * @param visible finds what the state shows
   * @param editions of the documents that it shows
   * @param earlier what was counted of an earlier state
   */
  ClusterWords(
      ClusterIndex index, Map<String, Object> visible, Set<String> editions, Counted earlier) {
    this.index = index;
    this.visible = visible;
    this.editions = editions;
    this.counted = earlier;
  }

  /** The words of some editions of documents, whose entries never change. */
  record Counted(Set<String> editions, Vocabulary vocabulary) {

    static final Counted NOTHING = new Counted(Set.of(), new Vocabulary(PassageCounts.NONE));
  }

  static ClusterWords none(ClusterIndex index) {
    return new ClusterWords(index, Map.of(), Set.of(), Counted.NOTHING);
  }

  synchronized Vocabulary vocabulary() {
    if (!upToDate) {
      counted = new Counted(editions, count());
      upToDate = true;
    }
    return counted.vocabulary();
  }

  /** What was counted last, of this state or an earlier one. */
  synchronized Counted latest() {
    return counted;
  }

  private Vocabulary count() {
    Set<String> added = without(editions, counted.editions());
    Set<String> gone = without(counted.editions(), editions);
    if (added.isEmpty() && gone.isEmpty()) {
      return counted.vocabulary();
    }
    if (added.size() + gone.size() <= FEW) {
      PassageCounts changed = counted.vocabulary().counts().plus(of(added)).minus(of(gone));
      // what is gone may be deleted by now, so that nobody can count it any more
      if (changed.totals().equals(index.totals(visible))) {
        return new Vocabulary(changed);
      }
    }
    return new Vocabulary(index.count(visible));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> others = new HashSet<>(all);
    others.removeAll(some);
    return others;
  }

  private PassageCounts of(Set<String> some) {
    return some.isEmpty()
        ? PassageCounts.NONE
        : index.count(Map.of("terms", Map.of(ClusterEntry.EDITION, List.copyOf(some))));
  }
}
