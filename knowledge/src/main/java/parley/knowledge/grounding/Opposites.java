package parley.knowledge.grounding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import parley.knowledge.index.Terms;

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
    InputStream in =
        Objects.requireNonNull(Opposites.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, opposites));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
