package parley.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;

/**
 * Says of whom or what a sentence speaks that begins with "he", "it" or the like, so that it can
 * stand alone without a word of it being altered.
 */
final class LeadIn {

  private static final Pattern UNCLEAR_START =
      Pattern.compile(
          "^[“\"]?(?:(?:But|And|However|Yet|Also|Still|Then|Later|Earlier),? )?"
              + "(?:he|she|it|they|his|her|its|their)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}])\\p{Lu}[\\p{L}’'.-]*(?:(?: of(?: the)?)? \\p{Lu}[\\p{L}’'.-]*)*");

  private static final Pattern OWNER = Pattern.compile("^.*['’]s (?=\\p{Lu})");
  private static final Pattern RANK =
      Pattern.compile(
          "^(?:(?:The|Prime|Foreign|Vice|President|Chancellor|Minister|Secretary|Mr\\.?|Mrs\\.?|Ms\\.?"
              + "|Dr\\.?|Sir|Lady|King|Queen|Pope|French|German|British|American|Ukrainian|Russian"
              + "|Polish|U\\.S\\.|General) )+(?=\\p{Lu})");

  /** Words with a capital only because they begin a sentence, or because they name a day. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "In", "On", "At", "For", "From", "By", "As", "After", "Before", "But", "And", "However",
          "When", "While", "If", "Although", "The", "A", "An", "This", "That", "These", "Those",
          "He", "She", "It", "They", "His", "Her", "Its", "Their", "We", "I", "Many", "Some", "Most",
          "Latest", "Members", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
          "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.",
          "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.");

  private LeadIn() {}

  /**
   * The lead-in for a run of a paragraph, such as {@code On Volodymyr Zelenskyy: }.
   *
   * @param paragraph its number
   * @param start where the run begins in the paragraph's text
   * @return empty where the run is clear alone, or nothing before it tells
   */
  static String of(SourceDocument document, int paragraph, int start, String run) {
    if (!UNCLEAR_START.matcher(run).matches()) {
      return "";
    }
    List<String> before = sentencesBefore(document, paragraph, start);
    for (int i = before.size() - 1; i >= 0 && i >= before.size() - 4; i--) {
      if (!UNCLEAR_START.matcher(before.get(i)).matches()) {
        return subject(before.get(i)).map(name -> "On " + name + ": ").orElse("");
      }
    }
    return "";
  }

  private static List<String> sentencesBefore(SourceDocument document, int number, int start) {
    List<String> before = new ArrayList<>();
    for (Paragraph paragraph : document.paragraphs()) {
      if (paragraph.number() <= number) {
        for (Sentence sentence : Sentences.of(paragraph.text())) {
          if (paragraph.number() < number || sentence.start() < start) {
            before.add(sentence.text());
          }
        }
      }
    }
    return before;
  }

  /** The first name of the sentence, without rank and country. */
  private static Optional<String> subject(String sentence) {
    Matcher name = NAME.matcher(sentence);
    while (name.find()) {
      String plain = OWNER.matcher(name.group()).replaceFirst("");
      plain = RANK.matcher(plain).replaceFirst("").replaceFirst("['’]s$", "");
      if (!NO_NAMES.contains(plain) && plain.length() > 1) {
        return Optional.of(plain);
      }
    }
    return Optional.empty();
  }
}
