package parley.knowledge.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import parley.knowledge.index.Terms;

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
    InputStream in =
        Objects.requireNonNull(PlaceNames.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Terms::stems)
          .forEach(stems -> stems.forEach(stem -> addAll(same, stem, stems)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return same;
  }

  /** Brussels may stand for Belgium and for the European Union. */
  private static void addAll(Map<String, Set<String>> same, String stem, Set<String> stems) {
    same.computeIfAbsent(stem, s -> new HashSet<>()).addAll(stems);
  }
}
