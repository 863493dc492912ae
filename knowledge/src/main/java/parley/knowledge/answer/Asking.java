package parley.knowledge.answer;

import java.util.List;
import java.util.Set;
import parley.knowledge.Question;
import parley.knowledge.language.Language;
import parley.knowledge.language.Spoken;
import parley.knowledge.language.Wording;
import parley.knowledge.retrieval.FollowUpTransformer;

/**
 * A question that is put to the documents.
 *
 * @param question with its text fit to be read
 * @param spoken in which language it is put and to be answered
 */
record Asking(Question question, Spoken spoken) {

  /**
   * From this probability on the best sentence is taken for an answer: of the questions that
   * held-out reports answer, 95 of 100 reach it; of those on their subject that they do not answer,
   * 26 do, of those on other matters 3 (see sentence-model.json).
   */
  private static final double ANSWERED_FROM = 0.26;

  /**
   * The same for a question that was translated word by word. From 0.6 down to 0.4, of the
   * questions in talks-languages.jsonl with an odd number, 7 of 80 more were answered rightly and
   * none of 40 wrongly (own measurement, on the briefing and on the report).
   */
  private static final double TRANSLATED_FROM = 0.4;

  String text() {
    return question.text();
  }

  /** The same conversation with another question. */
  Asking about(String text) {
    return new Asking(question.about(text), spoken);
  }

  /** What a follow-up means alone; the same where that cannot be told before it is in English. */
  Asking standalone() {
    if (spoken.isForeign() || question.history().isEmpty()) {
      return this;
    }
    return new FollowUpTransformer()
        .transform(FollowUpTransformer.query(question)).stream()
            .findFirst()
            .map(
                query ->
                    new Asking(
                        new Question(
                            query.text(), List.of(), question.documents(), question.language()),
                        spoken))
            .orElse(this);
  }

  /** The same to these documents. */
  Asking to(Set<String> documents) {
    return new Asking(question.to(documents), spoken);
  }

  Language language() {
    return spoken.question();
  }

  /** Ids of the documents to look in; empty for all. */
  Set<String> documents() {
    return question.documents();
  }

  Wording wording() {
    return new Wording(spoken.own());
  }

  /** Whether what was found is taken for an answer. */
  boolean isAnsweredBy(Found found) {
    return isAnsweredBy(found.score());
  }

  /**
   * Whether an excerpt is taken for an answer.
   *
   * @param score how probable it is that it answers, 0 to 1
   */
  boolean isAnsweredBy(double score) {
    return score >= (spoken.isForeign() ? TRANSLATED_FROM : ANSWERED_FROM);
  }
}
