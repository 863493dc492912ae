package parley.knowledge.language;

import java.util.Comparator;
import java.util.List;

/**
 * What a run of words means.
 *
 * @param words at least one
 * @param english empty if they mean nothing by themselves
 */
record GlossaryEntry(List<WordPattern> words, String english) {

  GlossaryEntry {
    words = List.copyOf(words);
  }

  boolean fits(List<Word> text, int at) {
    if (at + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).fits(text.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  /** Orders entries that fit by how much of the text they explain; the best is the greatest. */
  static Comparator<GlossaryEntry> byFit(Word first) {
    return Comparator.comparingInt((GlossaryEntry entry) -> entry.words().size())
        .thenComparing(entry -> entry.words().get(0).fitsExactly(first))
        .thenComparingInt(entry -> entry.words().get(0).text().length())
        .thenComparing(entry -> !entry.words().get(0).open())
        .thenComparing(entry -> entry.words().get(0).joined());
  }
}
