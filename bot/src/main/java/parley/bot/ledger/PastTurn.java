package parley.bot.ledger;

import java.util.Objects;

/**
 * A question of a conversation and what was answered.
 *
 * @param question as asked
 * @param answer as given
 */
public record PastTurn(String question, String answer) {

  public PastTurn {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
  }
}
