package parley.bot.evaluation;

import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.Citation;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Outcome;
import parley.knowledge.Paragraph;

/**
 * How one question was answered.
 *
 * @param expected what was expected
 * @param answer what came
 * @param rightText whether the answer holds what it must; for an unanswerable question, whether it
 *     was refused
 * @param rightFirst whether the first statement does so alone
 * @param rightCitation whether a cited paragraph supports it
 */
record Verdict(
    ExpectedAnswer expected,
    Answer answer,
    boolean rightText,
    boolean rightFirst,
    boolean rightCitation) {

  /** Longer answers do not count as right: a reader in a chat wants the point. */
  static final int MAX_WORDS = 80;

  static Verdict of(ExpectedAnswer expected, Answer answer, KnowledgeBase knowledge) {
    boolean answered = answer.outcome() == Outcome.ANSWERED;
    if (!expected.isAnswerable()) {
      return new Verdict(expected, answer, !answered, !answered, !answered);
    }
    boolean cited =
        answer.citations().stream()
            .flatMap(citation -> paragraph(citation, knowledge).stream())
            .anyMatch(expected::isSupportedBy);
    return new Verdict(
        expected,
        answer,
        answered && expected.isHeldBy(answer.text()),
        answered && expected.isHeldBy(answer.statements().get(0).text()),
        cited);
  }

  boolean isRight() {
    return rightText && rightCitation && words() <= MAX_WORDS;
  }

  int words() {
    return answer.text().split("\\s+").length;
  }

  private static Optional<String> paragraph(Citation citation, KnowledgeBase knowledge) {
    return knowledge
        .document(citation.source().id())
        .flatMap(document -> document.paragraph(citation.paragraph()))
        .map(Paragraph::text);
  }
}
