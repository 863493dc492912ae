package parley.knowledge.time;

import java.util.regex.Pattern;

/** Makes patterns of words, given as regular expressions; their letters' case does not matter. */
final class WordPatterns {

  private WordPatterns() {}

  /** Finds any of these where it is no part of a longer word. */
  static Pattern words(String alternatives) {
    return pattern("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  /** Finds any of these where a text ends with it and a space. */
  static Pattern before(String alternatives) {
    return pattern("(?<![\\p{L}\\p{N}])(?:" + alternatives + ") $");
  }

  static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
