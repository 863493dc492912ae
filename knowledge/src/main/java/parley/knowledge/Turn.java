package parley.knowledge;

import java.util.Objects;

/**
 * One question of a conversation and what was answered.
 *
 * @param question as it was asked
 * @param answer as it was given; empty where it is not known
 */
public record Turn(String question, String answer) {

  public Turn {
    Objects.requireNonNull(question, "question");
    answer = answer == null ? "" : answer;
  }
}
