package parley.bot.chat;

import java.util.List;
import java.util.Optional;
import parley.knowledge.Answer;
import parley.knowledge.Finding;
import parley.knowledge.Question;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** Where answers come from, as the chat needs it. Thread-safe. */
public interface AnswerSource {

  /**
   * Answers a question.
   *
   * @param documents ids of the documents that the answer may rest on; empty for all
   */
  Answer ask(Question question, List<String> documents);

  /**
   * Finds the passages that are closest to the statements of a text, without judging whether they
   * agree.
   *
   * @param text any text, with the documents to look in
   * @param most how many statements are looked at, the first ones
   */
  List<Finding> compare(Question text, int most);

  /** The documents served. */
  List<Source> sources();

  /** One document with its paragraphs. */
  Optional<SourceDocument> document(String id);
}
