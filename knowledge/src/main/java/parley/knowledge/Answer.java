package parley.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the bot answers.
 *
 * @param question the question as it was asked
 * @param outcome how it ended; citations are there exactly when it is {@link Outcome#ANSWERED}
 * @param text the whole answer to show, with markers such as {@code [1]}
 * @param statements its sentences, each with the numbers of its citations
 * @param citations numbered from 1 in the order of first use
 * @param suggestions at most four things that can be asked next; empty where nothing is near
 * @param language ISO 639-1 code of the language that the answer's own words are in; what it quotes
 *     is in the language of its source
 * @param time how long it took
 * @param tokens what a language model took for it
 */
public record Answer(
    String question,
    Outcome outcome,
    String text,
    List<Statement> statements,
    List<Citation> citations,
    List<String> suggestions,
    String language,
    Duration time,
    TokenUse tokens) {

  public Answer {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(outcome, "outcome");
    statements = List.copyOf(statements);
    citations = List.copyOf(citations);
    suggestions = List.copyOf(suggestions);
    tokens = Objects.requireNonNullElse(tokens, TokenUse.NONE); // kept by an earlier version
    if (citations.isEmpty() == (outcome == Outcome.ANSWERED)) {
      throw new IllegalArgumentException(
          "an answer has citations exactly when its outcome is answered, but "
              + outcome.code()
              + " came with "
              + citations.size());
    }
  }

  /** An answer that no language model had part in. */
  public Answer(
      String question,
      Outcome outcome,
      String text,
      List<Statement> statements,
      List<Citation> citations,
      List<String> suggestions,
      String language,
      Duration time) {
    this(
        question, outcome, text, statements, citations, suggestions, language, time, TokenUse.NONE);
  }

  /** The same answer with a line below its text; the same if the line is empty. */
  public Answer with(String line) {
    String whole = line.isEmpty() ? text : text + "\n\n" + line;
    return new Answer(
        question, outcome, whole, statements, citations, suggestions, language, time, tokens);
  }

  /** The same answer with what it took. */
  public Answer after(Duration taken, TokenUse spent) {
    return new Answer(
        question, outcome, text, statements, citations, suggestions, language, taken, spent);
  }
}
