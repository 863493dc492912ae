package parley.bot.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question that the bot has taken on.
 *
 * @param id unique
 * @param platform for example {@code slack}
 * @param conversation what the question's history is found by
 * @param place a channel or a chat
 * @param thread the thread in that place, where there is one
 * @param person who asked
 * @param text as asked
 * @param asked when
 * @param route what its platform needs to answer it after a restart, readable to nobody else; empty
 *     where it cannot be answered then
 */
public record AcceptedQuestion(
    String id,
    String platform,
    String conversation,
    String place,
    @Nullable String thread,
    String person,
    String text,
    Instant asked,
    String route) {

  public AcceptedQuestion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(route, "route");
  }
}
