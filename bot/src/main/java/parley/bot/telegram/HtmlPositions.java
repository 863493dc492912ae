package parley.bot.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Where each character of some HTML stands in what is seen of it. */
final class HtmlPositions {

  private final String text;
  private final int[] offsets;

  HtmlPositions(List<HtmlCharacter> characters) {
    StringBuilder seen = new StringBuilder();
    offsets = new int[characters.size() + 1];
    for (int i = 0; i < characters.size(); i++) {
      seen.append(characters.get(i).text());
      offsets[i + 1] = seen.length();
    }
    text = seen.toString();
  }

  /** What is seen. */
  String text() {
    return text;
  }

  /** Where a character begins in the text; that after the last begins at its end. */
  int offset(int character) {
    return offsets[character];
  }

  /** The character that begins there, if any does. */
  OptionalInt characterAt(int offset) {
    int found = Arrays.binarySearch(offsets, offset);
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }
}
