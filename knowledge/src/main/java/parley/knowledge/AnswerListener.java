package parley.knowledge;

import java.util.List;

/** Hears an answer while it is being written. */
@FunctionalInterface
public interface AnswerListener {

  /**
   * A statement that has passed the check; the next one follows it in the answer.
   *
   * <p>Called from the thread that asked. Should the language model fail in the middle, the answer
   * that is returned in the end has other statements: it alone is to be kept.
   *
   * @param statement with the numbers that its citations have in the answer
   * @param citations those it names; the same quote or a longer one is in the answer
   */
  void statement(Statement statement, List<Citation> citations);
}
