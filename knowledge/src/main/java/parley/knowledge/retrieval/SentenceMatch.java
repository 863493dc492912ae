package parley.knowledge.retrieval;

import java.util.List;
import java.util.Set;
import parley.knowledge.index.Terms;
import parley.knowledge.index.Terms.Term;

/** One sentence set against one question: what {@link SentenceFeature} is computed from. */
final class SentenceMatch {
  /** Later sentences of a paragraph count as this one. */
  private static final int LAST_POSITION = 10;

  private final QuestionProfile question;
  private final ParagraphText paragraph;
  private final String sentence;
  private final List<Term> terms;
  private final Set<String> inContext;
  private final Set<String> withPrevious;
  private final int position;
  private final double similarity;
  private final double passageSimilarity;

  /**
   * @param similarity cosine of the question's vector and the sentence's
   * @param passageSimilarity cosine of the question's vector and the passage's
   */
  SentenceMatch(
      QuestionProfile question,
      ParagraphText paragraph,
      String sentence,
      double similarity,
      double passageSimilarity) {
    this.question = question;
    this.paragraph = paragraph;
    this.sentence = sentence;
    this.similarity = similarity;
    this.passageSimilarity = passageSimilarity;
    int start = Math.max(0, paragraph.text().indexOf(sentence));
    this.terms = Terms.of(sentence);
    this.inContext = ParagraphText.union(paragraph.heading(), ParagraphText.stems(terms));
    this.withPrevious = ParagraphText.union(inContext, paragraph.before(start));
    this.position = paragraph.position(start);
  }

  double similarity() {
    return similarity;
  }

  double passageSimilarity() {
    return passageSimilarity;
  }

  double paragraphCoverage() {
    return question.coveredBy(paragraph.stems());
  }

  double previousCoverage() {
    return question.coveredBy(withPrevious);
  }

  double pairsMissing() {
    return QuestionProfile.missing(question.pairs(), QuestionProfile.pairs(terms));
  }

  double namesMissing() {
    return QuestionProfile.missing(question.names(), inContext);
  }

  double rarestInParagraph() {
    return paragraph.stems().contains(question.rarest()) ? 1 : 0;
  }

  /** 1 if the paragraph or its heading holds what is asked for, -1 if not, 0 if it is not named. */
  double headInParagraph() {
    if (question.head().isEmpty()) {
      return 0;
    }
    return PlaceNames.sameAs(question.head()).stream().anyMatch(paragraph.stems()::contains)
        ? 1
        : -1;
  }

  double evidence(AnswerKind kind) {
    return question.kind().group() == kind
        ? AnswerEvidence.of(question.kind(), sentence, terms, question.stems())
        : 0;
  }

  double place() {
    return (double) Math.min(position, LAST_POSITION) / LAST_POSITION;
  }

  double length() {
    return Math.log1p(terms.size());
  }
}
