package parley.knowledge.language;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a language's letters are heard in English, so that a name can be matched as it sounds.
 *
 * @param heard one or two ways for a run of letters, in English letters
 * @param longest how many letters such a run has at most
 */
record Letters(Map<String, List<String>> heard, int longest) {

  Letters {
    heard = Map.copyOf(heard);
  }

  /**
   * Reads a table.
   *
   * @param table for example {@code ш=sh г=h,g}
   */
  static Letters of(String table) {
    Map<String, List<String>> heard = new HashMap<>();
    for (String pair : table.strip().split("\\s+")) {
      int equals = pair.indexOf('=');
      heard.put(pair.substring(0, equals), List.of(pair.substring(equals + 1).split(",")));
    }
    return new Letters(heard, heard.keySet().stream().mapToInt(String::length).max().orElse(1));
  }

  /** The word in English letters, in one way or two; letters not in the table stay. */
  Set<String> spellings(String word) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(Word.folded(spelt(word, 0)));
    spellings.add(Word.folded(spelt(word, 1)));
    return spellings;
  }

  private String spelt(String word, int way) {
    StringBuilder spelt = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      int length = Math.min(longest, word.length() - at);
      while (length > 1 && !heard.containsKey(word.substring(at, at + length))) {
        length--;
      }
      String run = word.substring(at, at + length);
      List<String> ways = heard.getOrDefault(run, List.of(run));
      spelt.append(ways.get(Math.min(way, ways.size() - 1)));
      at += length;
    }
    return spelt.toString();
  }
}
