package parley.bot.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question with what became of it.
 *
 * @param platform for example {@code slack}
 * @param person who asked
 * @param text as asked
 * @param asked when
 * @param end empty while it has not ended
 * @param feedback what people thought of the answer, in the order they first said so
 */
public record AskedQuestion(
    String platform,
    String person,
    String text,
    Instant asked,
    Optional<QuestionEnd> end,
    List<Feedback> feedback) {

  public AskedQuestion {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(end, "end");
    feedback = List.copyOf(feedback);
  }
}
