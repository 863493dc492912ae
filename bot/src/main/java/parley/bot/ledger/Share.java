package parley.bot.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * A link under which an answer is shown for a while.
 *
 * @param token what the link is known by; whoever has it sees the answer
 * @param questionId the answer's question
 * @param expires when the link stops working
 */
public record Share(String token, String questionId, Instant expires) {

  public Share {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(expires, "expires");
  }
}
