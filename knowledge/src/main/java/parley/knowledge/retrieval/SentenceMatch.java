package parley.knowledge.retrieval;

/**
 * One sentence set against one question: what {@link SentenceFeature} is computed from.
 *
 * @param similarity cosine of the question's vector and the sentence's
 * @param passageSimilarity cosine of the question's vector and the passage's
 */
record SentenceMatch(
    QuestionProfile question,
    ParagraphText paragraph,
    SentenceText sentence,
    double similarity,
    double passageSimilarity) {

  /** Later sentences of a paragraph count as this one. */
  private static final int LAST_POSITION = 10;

  double paragraphCoverage() {
    return question.coveredBy(paragraph.stems());
  }

  double previousCoverage() {
    return question.coveredBy(sentence.withPrevious());
  }

  double pairsMissing() {
    return QuestionProfile.missing(question.pairs(), sentence.pairs());
  }

  double namesMissing() {
    return QuestionProfile.missing(question.names(), sentence.inContext());
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
        ? AnswerEvidence.of(question.kind(), sentence.text(), sentence.terms(), question.stems())
        : 0;
  }

  double place() {
    return (double) Math.min(sentence.position(), LAST_POSITION) / LAST_POSITION;
  }

  double length() {
    return Math.log1p(sentence.terms().size());
  }
}
