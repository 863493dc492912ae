package parley.knowledge.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes number words as digits and acronyms without their dots. */
final class NumberWordFilter extends TokenFilter {
  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("fifteen", "15"),
          Map.entry("twenty", "20"));

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NumberWordFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    String digits = DIGITS.get(word);
    if (digits != null) {
      term.setEmpty().append(digits);
    } else if (word.indexOf('.') > 0 && Character.isLetter(word.charAt(0))) {
      term.setEmpty().append(word.replace(".", ""));
    }
    return true;
  }
}
