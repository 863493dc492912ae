package parley.bot.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into parts, at the end of a paragraph, a line, a sentence or a word, in this order of
 * liking; never within a word that fits, an escaped character or a pair of surrogates, and never
 * between a sentence and its markers.
 */
final class TextSplitter {

  /** What must stay whole: an escaped character, a pair of surrogates. */
  private static final Pattern WHOLE = Pattern.compile("&(?:amp|lt|gt);|[\\x{10000}-\\x{10FFFF}]");

  private static final String NO_MARKER = "(?!\\[\\d+\\])";

  /** Between words: rather not before a marker. */
  private static final List<Pattern> WORD_ENDS =
      List.of(Pattern.compile("[ \\t]+" + NO_MARKER), Pattern.compile("\\s+"));

  private static final List<Pattern> LIKED_ENDS =
      List.of(
          Pattern.compile("\\n\\s*\\n"),
          Pattern.compile("\\n"),
          Pattern.compile("(?<=[.!?…”\"’)\\]>])[ \\t]+" + NO_MARKER),
          WORD_ENDS.get(0));

  private TextSplitter() {}

  /**
   * The parts, none blank; joined by blanks they are the text again.
   *
   * @param most characters in a part, at least 2
   */
  static List<String> split(String text, int most) {
    List<String> parts = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > most) {
      int end = end(rest, most);
      parts.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  private static int end(String text, int most) {
    // A part that is mostly empty is worse than a break at a lesser place.
    return lastEnd(LIKED_ENDS, text, most, most / 3)
        .or(() -> lastEnd(WORD_ENDS, text, most, 0))
        .orElseGet(() -> hardEnd(text, most));
  }

  /** The last end of the first kind that has one in this range. */
  private static Optional<Integer> lastEnd(List<Pattern> kinds, String text, int most, int above) {
    return kinds.stream()
        .map(kind -> lastBreak(kind, text, most))
        .filter(end -> end > above)
        .findFirst();
  }

  private static int lastBreak(Pattern pattern, String text, int most) {
    Matcher matcher = pattern.matcher(text);
    int last = -1;
    while (matcher.find() && matcher.start() <= most) {
      last = matcher.start();
    }
    return last;
  }

  /** Within a word, since it alone is longer than a part. */
  private static int hardEnd(String text, int most) {
    Matcher whole = WHOLE.matcher(text);
    while (whole.find() && whole.start() < most) {
      if (whole.end() > most) {
        return whole.start() == 0 ? whole.end() : whole.start();
      }
    }
    return most;
  }
}
