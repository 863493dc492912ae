package parley.bot.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits escaped markup into parts, at the end of a paragraph, a line, a sentence or a word, in
 * this order of liking; never within a link, an escaped character or a word that fits, and never
 * between a sentence and its markers.
 */
final class TextSplitter {

  /** What must stay whole: a link, an escaped character, a pair of surrogates. */
  private static final Pattern WHOLE =
      Pattern.compile("<[^<>]*>|&(?:amp|lt|gt);|[\\x{10000}-\\x{10FFFF}]");

  private static final String NO_MARKER = "(?!\\[\\d+\\]|<[^<>]*\\|\\[\\d+\\]>)";

  private static final List<Pattern> BREAKS =
      List.of(
          Pattern.compile("\\n\\s*\\n"),
          Pattern.compile("\\n"),
          Pattern.compile("(?<=[.!?…”\"’)\\]>])[ \\t]+" + NO_MARKER),
          Pattern.compile("[ \\t]+" + NO_MARKER),
          Pattern.compile("\\s+"));

  private TextSplitter() {}

  /**
   * The parts, none blank; joined by blanks they are the text again.
   *
   * @param most characters in a part, at least 2
   */
  static List<String> split(String markup, int most) {
    List<String> parts = new ArrayList<>();
    String rest = markup.strip();
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
    for (Pattern pattern : BREAKS) {
      int end = lastBreak(pattern, text, most);
      // A part that is mostly empty is worse than a break at a lesser place.
      if (end > most / 3) {
        return end;
      }
    }
    return hardEnd(text, most);
  }

  private static int lastBreak(Pattern pattern, String text, int most) {
    Matcher matcher = pattern.matcher(text);
    int last = -1;
    while (matcher.find() && matcher.start() <= most) {
      if (!isWithinWhole(text, matcher.start())) {
        last = matcher.start();
      }
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

  private static boolean isWithinWhole(String text, int position) {
    int open = text.lastIndexOf('<', position - 1);
    return open >= 0 && text.indexOf('>', open) >= position;
  }
}
