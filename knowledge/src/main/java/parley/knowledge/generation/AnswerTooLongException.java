package parley.knowledge.generation;

import java.io.IOException;

/** More came than any answer has. */
final class AnswerTooLongException extends IOException {

  private static final long serialVersionUID = 1;

  AnswerTooLongException(long limit) {
    super("the model sent more than " + limit + " bytes");
  }
}
