package parley.knowledge.document;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the white space of a text plain: what a reader does not see is not kept. */
final class Whitespace {

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u200C\\u200D]]|\\uFEFF");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private Whitespace() {}

  /** The text on one line, its runs of white space turned into one space. */
  static String oneLine(String text) {
    return SPACES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** The text's lines, each made plain, empty ones left out. */
  static String lines(String text) {
    return text.lines()
        .map(Whitespace::oneLine)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
