package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.KnowledgeBase;
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
    return knowledge.ask(question.to(Set.copyOf(documents)));
  }

  @Override
  public Answer ask(Question question, List<String> documents, AnswerListener listener) {
    return knowledge.ask(question.to(Set.copyOf(documents)), listener);
  }

  @Override
  public Answer quote(Question question, List<String> documents) {
    return knowledge.quote(question.to(Set.copyOf(documents)));
  }

  @Override
  public List<Finding> compare(Question text, int most) {
    return knowledge.compare(text, most);
  }

  @Override
  public List<FoundPassage> search(String query, int top, List<String> documents) {
    return knowledge.search(query, top, Set.copyOf(documents));
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
