package parley.knowledge.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.knowledge.resource.Resources;

/**
 * What a glossary's resource says. A line is {@code words, other words = English} or one of four
 * settings: {@code letters:}, {@code endings:}, {@code elided:} and {@code compounds:}.
 *
 * @param entries by the folded letters of their first word
 * @param letters how names are heard in English
 * @param endings that names take in a sentence
 * @param elided words that lean on the next with an apostrophe
 * @param links what may stand between the parts of a compound; empty where none are made
 */
record GlossaryFile(
    Map<String, List<GlossaryEntry>> entries,
    Letters letters,
    List<String> endings,
    Set<String> elided,
    List<String> links) {

  /**
   * The file of a language.
   *
   * @throws IllegalArgumentException for English, which needs none
   */
  static GlossaryFile of(Language language) {
    String name = "glossary_" + language.code() + ".txt";
    if (language == Language.ENGLISH) {
      throw new IllegalArgumentException("there is no resource " + name + " for this language");
    }
    Map<String, List<GlossaryEntry>> entries = new HashMap<>();
    Map<String, List<String>> settings = new HashMap<>();
    for (String line : Resources.lines(GlossaryFile.class, name)) {
      int equals = line.indexOf(" =");
      int colon = line.indexOf(": ");
      if (colon > 0 && line.indexOf(' ') == colon + 1) {
        String values = line.substring(colon + 1).strip();
        settings.put(line.substring(0, colon), List.of(values.split("\\s+")));
      } else {
        String english = line.substring(equals + 2).strip();
        for (String words : line.substring(0, equals).split(",")) {
          add(entries, words.strip(), english);
        }
      }
    }
    return new GlossaryFile(
        entries,
        Letters.of(String.join(" ", settings.getOrDefault("letters", List.of()))),
        settings.getOrDefault("endings", List.of()),
        Set.copyOf(settings.getOrDefault("elided", List.of())),
        settings.getOrDefault("compounds", List.of()));
  }

  private static void add(Map<String, List<GlossaryEntry>> entries, String words, String english) {
    List<WordPattern> patterns = Arrays.stream(words.split(" ")).map(WordPattern::of).toList();
    entries
        .computeIfAbsent(patterns.get(0).folded(), first -> new ArrayList<>())
        .add(new GlossaryEntry(patterns, english));
  }
}
