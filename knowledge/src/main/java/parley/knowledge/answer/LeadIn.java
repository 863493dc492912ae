package parley.knowledge.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.knowledge.Paragraph;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.Names;
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
        return Names.in(before.get(i)).stream()
            .findFirst()
            .map(name -> "On " + name + ": ")
            .orElse("");
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
}
