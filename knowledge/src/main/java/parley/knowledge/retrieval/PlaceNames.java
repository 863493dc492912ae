package parley.knowledge.retrieval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import parley.knowledge.index.Terms;
import parley.knowledge.resource.Resources;

/** Knows that Moscow may stand for Russia: which stems name the same country. Immutable. */
public final class PlaceNames {

  private static final String RESOURCE = "place-names.txt";
  private static final Map<String, Set<String>> SAME = read();

  private PlaceNames() {}

  /** The stem itself and those that may stand for it. */
  public static Set<String> sameAs(String stem) {
    return SAME.getOrDefault(stem, Set.of(stem));
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> same = new HashMap<>();
    Resources.lines(PlaceNames.class, RESOURCE).stream()
        .map(Terms::stems)
        .forEach(stems -> stems.forEach(stem -> addAll(same, stem, stems)));
    return same;
  }

  /** Brussels may stand for Belgium and for the European Union. */
  private static void addAll(Map<String, Set<String>> same, String stem, Set<String> stems) {
    same.computeIfAbsent(stem, s -> new HashSet<>()).addAll(stems);
  }
}
