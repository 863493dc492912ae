package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that a text puts in quotation marks. */
final class Quotations {

  private static final Pattern QUOTED = Pattern.compile("[“”\"„«]([^“”\"„«»]+)[“”\"»]");

  private static final Pattern LEFT_OUT = Pattern.compile("\\[[^\\]]*\\]|…|\\.\\.\\.");

  private Quotations() {}

  /** Its quotations, each in the parts that dots leave, folded as {@link #folded} does. */
  static Stream<List<String>> in(String text) {
    return QUOTED
        .matcher(text)
        .results()
        .map(quoted -> parts(quoted.group(1)))
        .filter(parts -> !parts.isEmpty());
  }

  /** The text with blanks in place of its quotations. */
  static String blanked(String text) {
    return QUOTED.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }

  private static List<String> parts(String quoted) {
    return Arrays.stream(LEFT_OUT.split(quoted))
        .map(Quotations::folded)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Small letters and digits with single blanks, so that marks and capitals do not matter. */
  static String folded(String text) {
    return text.toLowerCase(Locale.ENGLISH)
        .replaceAll("[’']", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** Whether the parts stand in the folded text, in their order and as whole words. */
  static boolean standIn(String folded, List<String> parts) {
    String text = " " + folded + " ";
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(" " + part + " ", from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }
}
