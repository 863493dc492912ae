package parley.knowledge.document;

import java.util.regex.Pattern;

/** Tells the titles that authors give from those that programs leave in a file. */
final class GivenTitle {

  private static final Pattern LEFT_BY_PROGRAM =
      Pattern.compile(
          "(?:microsoft (?:word|powerpoint|excel)\\b.*|untitled.*|(?:document|presentation|slide)\\s*\\d*"
              + "|.*\\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|pptx?|xlsx?|pages|txt)|[\\W\\d_]*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private GivenTitle() {}

  /** Whether this value of metadata is a title that nobody gave. */
  static boolean isNone(String key, String value) {
    return key.equals("title") && LEFT_BY_PROGRAM.matcher(value).matches();
  }
}
