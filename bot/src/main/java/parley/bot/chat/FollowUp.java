package parley.bot.chat;

import java.util.regex.Pattern;
import parley.knowledge.Outcome;

/**
 * Tells whether what is said in a thread without the bot's name is meant for it. People talk to one
 * another there as well, and a bot that joins in is soon thrown out.
 */
final class FollowUp {

  private static final Pattern ASKS =
      Pattern.compile(
          "^(?:(?:and|but|so|ok|okay|then|also|please)[, ]+)*"
              + "(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|can"
              + "|could|will|would|should|has|have|tell|list|explain|show|give|name|describe"
              + "|summari[sz]e|more)\\b.*"
              + "|.*[?？]\\W*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FollowUp() {}

  /** Whether the words have the form of a question or a request. */
  static boolean asks(String text) {
    return ASKS.matcher(text.strip()).matches();
  }

  /**
   * Whether to look at it at all: it asks, or the person who asked last says more.
   *
   * @param asker who asked last in the thread
   */
  static boolean mayBeMeant(String text, String person, String asker) {
    return asks(text) || person.equals(asker);
  }

  /** Whether the answer found is worth breaking in with. */
  static boolean worthSaying(String text, Outcome outcome) {
    return switch (outcome) {
      case ANSWERED -> true;
      case NOT_IN_SOURCES, FAILED -> asks(text);
      case SMALL_TALK, REFUSED -> false;
    };
  }
}
