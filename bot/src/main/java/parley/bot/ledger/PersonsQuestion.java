package parley.bot.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question of a person's, as it is kept.
 *
 * @param platform for example {@code slack}
 * @param place a channel or a chat
 * @param outcome its code; null while it has not ended
 * @param answer the answer's text; null while there is none
 */
public record PersonsQuestion(
    String id,
    String platform,
    String place,
    Instant asked,
    String text,
    @Nullable String outcome,
    @Nullable String answer) {}
