package parley.knowledge.time;

import java.text.MessageFormat;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the subject of a question about time, by the words of one language. Immutable. */
final class SubjectWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern LAST_MARKS = Pattern.compile("[^\\p{L}\\p{N})\"”]+$");

  private final Pattern without;
  private final Pattern news;
  private final Pattern article;
  private final String about;

  SubjectWords(Properties words) {
    without = WordPatterns.words(words.getProperty("anything"));
    news = WordPatterns.words(words.getProperty("news"));
    article = WordPatterns.before(words.getProperty("article", ""));
    about = words.getProperty("about");
  }

  /** Whether a text has no subject: "what happened". */
  boolean areMissing(String text) {
    return start(text) == text.length();
  }

  /**
   * The question that a text without its words for time comes to: "what about the force" of "news
   * of the force", the text itself of "who leads the force".
   *
   * @param latest whether it begins by asking for the latest
   */
  String question(String text, boolean latest) {
    int start = start(text);
    boolean ofSubject = latest || news.matcher(text.substring(0, start)).find();
    return start < text.length() && ofSubject
        ? MessageFormat.format(
            about, LAST_MARKS.matcher(text.substring(withArticle(text, start))).replaceAll(""))
        : text;
  }

  /** Where the first word stands that belongs to a subject; the text's length without one. */
  private int start(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (!without.matcher(word.group()).matches()) {
        return word.start();
      }
    }
    return text.length();
  }

  private int withArticle(String text, int start) {
    Matcher before = article.matcher(text).region(0, start);
    return before.find() ? before.start() : start;
  }
}
