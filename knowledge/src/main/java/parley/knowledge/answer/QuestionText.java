package parley.knowledge.answer;

import java.util.Optional;
import java.util.regex.Pattern;
import parley.knowledge.language.Wording;

/** Makes what a person typed fit to be answered, or says why it is not. */
public final class QuestionText {

  /** Longer than any question; a text of this length is something else. */
  static final int MAX_LENGTH = 2000;

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private QuestionText() {}

  /** The question on one line, without characters that cannot be seen. */
  public static String clean(String typed) {
    String visible = INVISIBLE.matcher(typed).replaceAll(" ");
    return SPACES.matcher(visible).replaceAll(" ").strip();
  }

  /** Whether a cleaned text can be a question at all, in whatever language. */
  public static boolean isFit(String clean) {
    return clean.length() <= MAX_LENGTH && clean.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Why this text cannot be answered, kindly, or nothing if it can. */
  static Optional<String> complaint(String clean, Wording wording) {
    if (clean.isEmpty()) {
      return Optional.of(wording.empty());
    }
    if (clean.length() > MAX_LENGTH) {
      return Optional.of(wording.tooLong(clean.length(), MAX_LENGTH));
    }
    if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of(wording.noWords());
    }
    return Optional.empty();
  }
}
