package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.Outcome;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** Answers from a knowledge base. */
public final class KnowledgeAnswers implements AnswerSource {

  private final KnowledgeBase knowledge;

  /** Answers from a knowledge base, which stays the caller's to close. */
  public KnowledgeAnswers(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Answer ask(Question question, List<String> documents) {
    Answer answer = knowledge.ask(question);
    return documents.isEmpty() ? answer : restricted(answer, documents);
  }

  /**
   * The seam for a filter by document: a knowledge base searches all that it has, so an answer that
   * rests on any other document is withheld here rather than searched for again.
   */
  private static Answer restricted(Answer answer, List<String> documents) {
    boolean within =
        answer.citations().stream()
            .allMatch(citation -> documents.contains(citation.source().id()));
    return within
        ? answer
        : new Answer(
            answer.question(),
            Outcome.NOT_IN_SOURCES,
            "The documents for this channel do not say.",
            List.of(),
            List.of(),
            List.of(),
            answer.language(),
            answer.time());
  }

  @Override
  public List<Source> sources() {
    return knowledge.sources();
  }

  @Override
  public Optional<SourceDocument> document(String id) {
    return knowledge.document(id);
  }
}
