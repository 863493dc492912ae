package parley.knowledge.grounding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.knowledge.index.Terms;
import parley.knowledge.resource.Resources;

/** Knows words that turn a statement round: before and after, accept and reject. Immutable. */
final class Opposites {

  private static final String RESOURCE = "opposites.txt";
  private static final Map<String, Set<String>> OPPOSITES = read();

  private Opposites() {}

  /** Whether words of these stems mean the opposite of one another. */
  static boolean are(String stem, String other) {
    return OPPOSITES.getOrDefault(stem, Set.of()).contains(other);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> opposites = new HashMap<>();
    Resources.lines(Opposites.class, RESOURCE).forEach(line -> add(line, opposites));
    return opposites;
  }

  private static void add(String line, Map<String, Set<String>> opposites) {
    String[] sides = line.split("\\|", 2);
    List<String> left = stems(sides[0]);
    List<String> right = stems(sides[1]);
    left.forEach(stem -> opposites.computeIfAbsent(stem, s -> new HashSet<>()).addAll(right));
    right.forEach(stem -> opposites.computeIfAbsent(stem, s -> new HashSet<>()).addAll(left));
  }

  private static List<String> stems(String side) {
    return Terms.of(side).stream().map(Terms.Term::stem).toList();
  }
}
