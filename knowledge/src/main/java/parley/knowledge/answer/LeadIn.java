package parley.knowledge.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.Names;
import parley.knowledge.document.Sentences;
import parley.knowledge.document.Sentences.Sentence;
import parley.knowledge.language.Wording;

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

  private static final int SENTENCES_BACK = 4;

  private LeadIn() {}

  /**
   * The lead-in for a run of a paragraph, such as {@code On Volodymyr Zelenskyy: }.
   *
   * @param paragraph its number
   * @param start where the run begins in the paragraph's text
   * @param wording says it
   * @return empty where the run is clear alone, or nothing before it tells
   */
  static String of(SourceDocument document, int paragraph, int start, String run, Wording wording) {
    if (!UNCLEAR_START.matcher(run).matches()) {
      return "";
    }
    return sentencesBefore(document, paragraph, start).stream()
        .filter(sentence -> !UNCLEAR_START.matcher(sentence).matches())
        .findFirst()
        .flatMap(sentence -> Names.in(sentence).stream().findFirst())
        .map(name -> wording.leadIn(name) + " ")
        .orElse("");
  }

  /** The nearest first. */
  private static List<String> sentencesBefore(SourceDocument document, int number, int start) {
    List<String> before = new ArrayList<>();
    for (int i = number; i >= 1 && before.size() < SENTENCES_BACK; i--) {
      List<Sentence> sentences = new ArrayList<>(Sentences.of(textOf(document, i)));
      Collections.reverse(sentences);
      for (Sentence sentence : sentences) {
        if (i < number || sentence.start() < start) {
          before.add(sentence.text());
        }
      }
    }
    return before.subList(0, Math.min(SENTENCES_BACK, before.size()));
  }

  private static String textOf(SourceDocument document, int paragraph) {
    return document.paragraphs().get(paragraph - 1).text();
  }
}
