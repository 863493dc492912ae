package parley.bot.report;

import java.util.Objects;

/**
 * A thumb down.
 *
 * @param question what was asked
 * @param reason in the person's words; empty where none was given
 */
public record Complaint(String question, String reason) {

  public Complaint {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(reason, "reason");
  }
}
