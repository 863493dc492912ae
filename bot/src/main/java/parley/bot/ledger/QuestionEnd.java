package parley.bot.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * How a question ended.
 *
 * @param outcome its code, for example {@code not_in_sources}
 * @param answer the answer's text; empty where none was given
 * @param details whatever the caller wants to find again, for example the citations; may be empty
 * @param at when
 * @param tokensIn what a language model read for it, in its tokens; 0 where it had no part
 * @param tokensOut what it wrote
 */
public record QuestionEnd(
    String outcome, String answer, String details, Instant at, int tokensIn, int tokensOut) {

  public QuestionEnd {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(at, "at");
  }

  /** An end that no language model had part in. */
  public QuestionEnd(String outcome, String answer, String details, Instant at) {
    this(outcome, answer, details, at, 0, 0);
  }
}
