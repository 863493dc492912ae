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
 */
public record QuestionEnd(String outcome, String answer, String details, Instant at) {

  public QuestionEnd {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(at, "at");
  }
}
