package parley.bot.chat;

import java.time.Duration;
import java.util.Objects;

/**
 * Why a question is not looked at.
 *
 * @param reason the rule
 * @param again after what time it is worth asking again; zero where time does not help
 */
public record Refusal(Reason reason, Duration again) {

  /** The rules. */
  public enum Reason {
    /** The person asked too much within a minute. */
    PERSON_LIMIT,
    /** Everybody in the channel or chat together asked too much within a minute. */
    CHAT_LIMIT,
    /** Everybody in the workspace together asked too much within a minute. */
    WORKSPACE_LIMIT,
    /** Too many questions wait for their answers. */
    BUSY,
    /** The bot is switched off in this place. */
    OFF,
    /** The bot was stopped when it was asked, and came back too late to answer. */
    LATE,
    /** The bot was stopped while it answered: the answer may be there or not. */
    INTERRUPTED
  }

  public Refusal {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(again, "again");
  }
}
