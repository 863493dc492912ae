package parley.bot.ledger;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person thinks of an answer.
 *
 * @param questionId the question that was answered
 * @param person who thinks so
 * @param helpful thumbs up or thumbs down
 * @param reason in the person's words; empty where none was given
 * @param at when
 */
public record Feedback(
    String questionId, String person, boolean helpful, String reason, Instant at) {

  public Feedback {
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}
