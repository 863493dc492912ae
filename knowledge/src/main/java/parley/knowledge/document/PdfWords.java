package parley.knowledge.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines, and the words that are broken at their ends. */
final class PdfWords {

  private static final Pattern BROKEN = Pattern.compile("(\\p{L}+)[-\u2010\u00AD]$");
  private static final Pattern GOES_ON = Pattern.compile("^(\\p{Ll}[\\p{L}’']*)");
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}+-\\p{L}+");

  private static final int LONGEST_WORD = 60;

  private final Set<String> compounds = new HashSet<>();

  /**
   * @param lines tell by the rest of the text which words are written with a hyphen anyway
   */
  PdfWords(List<PdfLine> lines) {
    for (PdfLine line : lines) {
      Matcher compound = COMPOUND.matcher(line.text());
      while (compound.find()) {
        compounds.add(compound.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The text of these lines. */
  String joined(List<PdfLine> lines) {
    StringBuilder text = new StringBuilder();
    for (PdfLine line : lines) {
      append(text, line.text());
    }
    return text.toString();
  }

  private void append(StringBuilder text, String line) {
    Matcher broken =
        BROKEN.matcher(text).region(Math.max(0, text.length() - LONGEST_WORD), text.length());
    Matcher goesOn = GOES_ON.matcher(line);
    if (broken.find() && goesOn.find()) {
      String compound = broken.group(1) + "-" + goesOn.group(1);
      if (!compounds.contains(compound.toLowerCase(Locale.ROOT))) {
        text.setLength(text.length() - 1);
      }
    } else if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(line);
  }
}
