package parley.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A question and the conversation before it.
 *
 * @param text as the person typed it; anything at all, also nothing
 * @param history the turns before it, oldest first; empty for a first question
 * @param documents ids of the documents to answer from; empty for all of them
 */
public record Question(String text, List<Turn> history, Set<String> documents) {

  public Question {
    Objects.requireNonNull(text, "text");
    history = List.copyOf(history);
    documents = Set.copyOf(documents);
  }

  /** A question to all documents. */
  public Question(String text, List<Turn> history) {
    this(text, history, Set.of());
  }

  /** A question with no conversation before it. */
  public static Question of(String text) {
    return new Question(text, List.of());
  }
}
