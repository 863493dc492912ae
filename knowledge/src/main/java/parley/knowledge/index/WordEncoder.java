package parley.knowledge.index;

import java.util.List;
import java.util.function.Function;

/** Gives the content words of a text as vectors. Implementations are thread-safe. */
public interface WordEncoder {

  /** The words of a question, in order. */
  List<WordVector> ofQuestion(String question);

  /** Whether a word in small letters is one that the model has met often: no slip of the pen. */
  boolean isCommon(String word);

  /** The words of a sentence of a document, in order; each number to within a hundredth. */
  List<WordVector> ofSentence(String sentence);

  /** Keeps the words of a sentence of a document, so that it is not read again. */
  void keepSentence(String sentence);

  /** All tokens of a question, in order. */
  List<TokenVector> questionTokens(String question);

  /**
   * All tokens of a passage of a document, in order; of a very long one those that it begins with.
   */
  List<TokenVector> passageTokens(String passage);

  /**
   * What a passage's tokens are read as.
   *
   * @param name changes when the reading does
   * @param of packs what it makes of a passage's tokens
   */
  record Reading(String name, Function<List<TokenVector>, byte[]> of) {}

  /** A reading of a passage of a document, as it is kept or as it is made now. */
  byte[] read(String passage, Reading reading);

  /** Keeps a reading of a passage of a document, so that it is not made again. */
  void keep(String passage, Reading reading);
}
