package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Finding;
import parley.knowledge.FoundPassage;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** Where answers come from, as the chat needs it. Thread-safe. */
public interface AnswerSource {

  /**
   * Answers a question.
   *
   * @param documents names of the documents that the answer may rest on, as {@link
   *     parley.knowledge.DocumentSelection} takes them; empty for all
   */
  Answer ask(Question question, List<String> documents);

  /**
   * The same, telling statements while the answer is being made.
   *
   * @param listener hears, from this thread and before this method returns, of statements that have
   *     passed the check; of none where no language model writes. The answer returned replaces them
   */
  default Answer ask(Question question, List<String> documents, AnswerListener listener) {
    return ask(question, documents);
  }

  /** Answers in the sources' own sentences, at once, whatever else could answer. */
  default Answer quote(Question question, List<String> documents) {
    return ask(question, documents);
  }

  /**
   * Finds the passages that are closest to the statements of a text, without judging whether they
   * agree.
   *
   * @param text any text, with the documents to look in
   * @param most how many statements are looked at, the first ones
   */
  List<Finding> compare(Question text, int most);

  /**
   * Finds the passages that fit a query, best first.
   *
   * @param top how many at most, at least 1
   * @param documents names of the documents to look in; empty for all
   */
  List<FoundPassage> search(String query, int top, List<String> documents);

  /** The documents served. */
  List<Source> sources();

  /** One document with its paragraphs. */
  Optional<SourceDocument> document(String id);
}
