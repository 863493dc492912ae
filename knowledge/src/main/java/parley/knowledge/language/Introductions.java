package parley.knowledge.language;

import java.util.Arrays;

/** Takes away what stands before the statements of an answer, lest a name be looked for in it. */
final class Introductions {

  private Introductions() {}

  /** The answer without the line that introduces it, in whatever language. */
  static String without(String answer) {
    int end = answer.indexOf('\n');
    if (end < 1 || answer.charAt(end - 1) != ':') {
      return answer;
    }
    String line = answer.substring(0, end);
    boolean introduces =
        Arrays.stream(Language.values())
            .anyMatch(language -> new Wording(language).introduction().equals(line));
    return introduces ? answer.substring(end + 1) : answer;
  }
}
