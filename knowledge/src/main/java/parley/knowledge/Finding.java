package parley.knowledge;

import java.util.Objects;
import java.util.Optional;

/**
 * What the documents hold that is closest to a statement. That it is close does not say that it
 * agrees.
 *
 * @param statement one sentence, as it was written
 * @param closest the passage that bears on it, with the sentence of it that comes nearest as the
 *     quote; empty where the documents do not speak of the matter
 */
public record Finding(String statement, Optional<Citation> closest) {

  public Finding {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(closest, "closest");
  }
}
