package parley.bot.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A question that was accepted and whose answer, as far as is known, did not reach the person.
 *
 * @param question as it was accepted
 * @param sending when its answer set out, if it did: then it may be there all the same
 */
public record LeftQuestion(AcceptedQuestion question, Optional<Instant> sending) {

  public LeftQuestion {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(sending, "sending");
  }
}
