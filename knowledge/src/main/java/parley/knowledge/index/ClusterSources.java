package parley.knowledge.index;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.knowledge.Source;

/** What is known of the documents that one state of an index on a cluster shows; never changes. */
final class ClusterSources {

  static final ClusterSources NONE = new ClusterSources(List.of());

  private final SortedMap<String, SourceEntry> entries = new TreeMap<>();
  private final SortedMap<String, Source> sources = new TreeMap<>();
  private final SortedMap<String, String> fingerprints = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedMap<String, String> editions = new TreeMap<>();

  private ClusterSources(Collection<SourceEntry> shown) {
    for (SourceEntry entry : shown) {
      entries.put(entry.document(), entry);
      sources.put(entry.document(), entry.source());
      fingerprints.put(entry.document(), entry.fingerprint());
      files.put(entry.document(), entry.file());
      editions.put(entry.document(), entry.edition());
    }
  }

  static ClusterSources of(ClusterIndex index, ClusterState state) {
    return state.change() == 0 ? NONE : new ClusterSources(index.sources(state.visible()));
  }

  /** What a later state shows; only what is new is read, if nothing was missed. */
  ClusterSources changed(ClusterIndex index, ClusterState before, ClusterState now) {
    SortedMap<String, SourceEntry> changed = new TreeMap<>(entries);
    Set<String> dead =
        now.dead().stream().map(ClusterState.Dead::edition).collect(Collectors.toSet());
    changed.values().removeIf(entry -> dead.contains(entry.edition()));
    index
        .sources(now.visibleSince(before.change()))
        .forEach(entry -> changed.put(entry.document(), entry));
    // what was removed long ago is not among the dead any more
    return changed.size() == index.countSources(now.visible())
        ? new ClusterSources(changed.values())
        : of(index, now);
  }

  SortedMap<String, Source> sources() {
    return sources;
  }

  SortedMap<String, String> fingerprints() {
    return fingerprints;
  }

  SortedMap<String, String> files() {
    return files;
  }

  /** The edition that is shown of each document. */
  SortedMap<String, String> editions() {
    return editions;
  }
}
