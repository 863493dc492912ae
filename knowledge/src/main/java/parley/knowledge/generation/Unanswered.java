package parley.knowledge.generation;

import java.util.regex.Pattern;

/** Recognises that the model says it does not know. */
final class Unanswered {

  private static final Pattern SAID =
      Pattern.compile("\\W*not in the passages\\W*", Pattern.CASE_INSENSITIVE);

  private Unanswered() {}

  static boolean isSaidBy(String statement) {
    return SAID.matcher(statement).matches();
  }
}
