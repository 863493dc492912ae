package parley.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question and the conversation before it.
 *
 * @param text as the person typed it; anything at all, also nothing
 * @param history the turns before it, oldest first; empty for a first question
 * @param documents names of the documents to answer from, as {@link DocumentSelection} takes them;
 *     empty for all of them
 * @param language the language that the asker wants the bot to speak, as an ISO 639-1 or BCP 47
 *     code; null if that is not known, and the question's own language decides
 */
public record Question(
    String text, List<Turn> history, Set<String> documents, @Nullable String language) {

  public Question {
    Objects.requireNonNull(text, "text");
    history = List.copyOf(history);
    documents = Set.copyOf(documents);
  }

  /** A question to some documents, or to all if none is named. */
  public Question(String text, List<Turn> history, Set<String> documents) {
    this(text, history, documents, null);
  }

  /** A question to all documents. */
  public Question(String text, List<Turn> history) {
    this(text, history, Set.of());
  }

  /** A question with no conversation before it. */
  public static Question of(String text) {
    return new Question(text, List.of());
  }

  /** The same question to these documents alone; to all if there are none. */
  public Question to(Set<String> names) {
    return new Question(text, history, names, language);
  }

  /** Another question in the same conversation, to the same documents. */
  public Question about(String other) {
    return new Question(other, history, documents, language);
  }

  /** The same question of somebody who wants to be spoken to in this language, if one is given. */
  public Question in(@Nullable String code) {
    return new Question(text, history, documents, code);
  }
}
