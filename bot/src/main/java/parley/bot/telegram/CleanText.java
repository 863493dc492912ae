package parley.bot.telegram;

import java.util.regex.Pattern;

/**
 * Takes out of the text of people and documents what is not seen and yet alters what is: control
 * characters, and the marks that turn the order of the text after them. Hebrew and Arabic need none
 * of these to be shown rightly.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">Unicode
 *     bidirectional algorithm: embeddings, overrides and isolates</a>
 */
final class CleanText {

  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");

  /** Halves of a pair, which cannot be sent. */
  private static final Pattern SURROGATE = Pattern.compile("\\p{Cs}");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private CleanText() {}

  /** The text, each of its lines ended by one {@code \n}. */
  static String of(String text) {
    String turned = TURNING.matcher(text).replaceAll("");
    String lines = LINE_END.matcher(turned).replaceAll("\n");
    return SURROGATE.matcher(CONTROL.matcher(lines).replaceAll(" ")).replaceAll("\uFFFD");
  }

  /**
   * The text on one line, for a title or a button.
   *
   * @param most UTF-16 units in the result, at least 1; what is longer ends with an ellipsis
   */
  static String line(String text, int most) {
    return Excerpt.beginning(BLANKS.matcher(of(text)).replaceAll(" ").strip(), most);
  }
}
