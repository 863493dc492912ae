package parley.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what was computed last, up to a number. Thread-safe; a value may be computed twice. */
public final class RecentlyUsed<K, V> {

  private final Map<K, V> values;

  /** Keeps at most so many. */
  public RecentlyUsed(int most) {
    this.values =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
              }
            });
  }

  /** What was computed for a key, or else what is computed now. */
  public V get(K key, Function<K, V> compute) {
    V known = find(key);
    if (known == null) {
      known = compute.apply(key);
      keep(key, known);
    }
    return known;
  }

  /** The same for several keys; those that compute leaves out are not known. */
  public Map<K, V> getAll(Collection<K> keys, Function<List<K>, Map<K, V>> compute) {
    Map<K, V> found = new HashMap<>();
    List<K> unknown = new ArrayList<>();
    for (K key : keys) {
      V known = values.get(key);
      if (known == null) {
        unknown.add(key);
      } else {
        found.put(key, known);
      }
    }
    if (!unknown.isEmpty()) {
      Map<K, V> computed = compute.apply(unknown);
      values.putAll(computed);
      found.putAll(computed);
    }
    return found;
  }

  /** What is kept for a key, null if nothing is. */
  public @Nullable V find(K key) {
    return values.get(key);
  }

  /** Keeps a value, and drops the one that was used longest ago if there are too many. */
  public void keep(K key, V value) {
    values.put(key, value);
  }
}
