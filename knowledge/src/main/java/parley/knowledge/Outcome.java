package parley.knowledge;

import java.util.Locale;

/** How a question ended. */
public enum Outcome {
  /** Statements with citations were given. */
  ANSWERED,
  /** The documents do not say; nothing is cited. */
  NOT_IN_SOURCES,
  /** A greeting, thanks or a question about the bot itself; nothing is cited. */
  SMALL_TALK,
  /** A rule or a limit: an empty question, or one in a language that cannot be searched. */
  REFUSED,
  /** Something broke. */
  FAILED;

  /** The name in JSON and in the ledger, for example {@code not_in_sources}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
