package parley.knowledge.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells citation markers from the text around them, in text that comes in pieces. What may yet
 * become a marker is held back until it is known. Not thread-safe.
 */
final class MarkerScanner {

  /** Hears what is found, in its order. */
  interface Listener {

    void character(char c);

    /** A marker; the numbers may be none that exist. */
    void marker(List<Integer> numbers);
  }

  private static final String NUMBER = "\\d{1,4}";

  /** "[1]", "[1, 2]", "[1-3]", "[^1]", "【1】", "【1†source】". */
  private static final Pattern MARKER =
      Pattern.compile(
          "[\\[【]\\^?\\s{0,2}(?<numbers>%1$s(?:\\s{0,2}[,;–—-]\\s{0,2}\\^?%1$s){0,20})\\s{0,2}(?:†[^\\]】\\n]{0,40})?[\\]】]"
              .formatted(NUMBER));

  private static final Pattern RANGE =
      Pattern.compile("(%1$s)(?:\\s*[–—-]\\s*(%1$s))?".formatted(NUMBER));

  /** A longer range is a slip, and names everything and so nothing. */
  private static final int LONGEST_RANGE = 10;

  private final Listener listener;
  private final StringBuilder held = new StringBuilder();
  private final CodeSpans code = new CodeSpans();

  MarkerScanner(Listener listener) {
    this.listener = listener;
  }

  void accept(String piece) {
    held.append(piece);
    scan(false);
  }

  void end() {
    scan(true);
  }

  private void scan(boolean ended) {
    int at = 0;
    while (at < held.length()) {
      Matcher marker = MARKER.matcher(held).region(at, held.length());
      boolean found = mayBegin(held.charAt(at)) && marker.lookingAt();
      if (found) {
        listener.marker(numbers(marker.group("numbers")));
        at = marker.end();
      } else if (!ended && mayBegin(held.charAt(at)) && marker.hitEnd()) {
        break;
      } else {
        pass(held.charAt(at++));
      }
    }
    held.delete(0, at);
  }

  private boolean mayBegin(char c) {
    return (c == '[' || c == '【') && !code.isOpen();
  }

  private void pass(char c) {
    code.pass(c);
    listener.character(c);
  }

  private static List<Integer> numbers(String list) {
    List<Integer> numbers = new ArrayList<>();
    RANGE.matcher(list).results().forEach(range -> addRange(range, numbers));
    return numbers;
  }

  private static void addRange(MatchResult range, List<Integer> numbers) {
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    if (last - first < LONGEST_RANGE) {
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
  }
}
