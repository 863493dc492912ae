package parley.knowledge.index;

import java.util.List;

/** Gives the content words of a text as vectors. Implementations are thread-safe. */
public interface WordEncoder {

  /** The words of a question, in order. */
  List<WordVector> ofQuestion(String question);

  /** Whether a word in small letters is one that the model has met often: no slip of the pen. */
  boolean isCommon(String word);

  /** The words of a sentence of a document, in order. */
  List<WordVector> ofSentence(String sentence);

  /** All tokens of a question, in order. */
  List<TokenVector> questionTokens(String question);

  /**
   * All tokens of a passage of a document, in order; of a very long one those that it begins with.
   */
  List<TokenVector> passageTokens(String passage);
}
