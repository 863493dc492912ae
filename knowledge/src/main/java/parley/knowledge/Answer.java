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
 */
public record Answer(
    String question,
    Outcome outcome,
    String text,
    List<Statement> statements,
    List<Citation> citations,
    List<String> suggestions,
    String language,
    Duration time) {

  public Answer {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(outcome, "outcome");
    statements = List.copyOf(statements);
    citations = List.copyOf(citations);
    suggestions = List.copyOf(suggestions);
    if (citations.isEmpty() == (outcome == Outcome.ANSWERED)) {
      throw new IllegalArgumentException(
          "an answer has citations exactly when its outcome is answered, but "
              + outcome.code()
              + " came with "
              + citations.size());
    }
  }
}
