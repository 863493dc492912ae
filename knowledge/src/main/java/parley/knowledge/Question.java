package parley.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * A question and the conversation before it.
 *
 * @param text as the person typed it; anything at all, also nothing
 * @param history the turns before it, oldest first; empty for a first question
 */
public record Question(String text, List<Turn> history) {

  public Question {
    Objects.requireNonNull(text, "text");
    history = List.copyOf(history);
  }

  /** A question with no conversation before it. */
  public static Question of(String text) {
    return new Question(text, List.of());
  }
}
