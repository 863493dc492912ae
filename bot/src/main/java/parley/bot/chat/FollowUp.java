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

  /** What begins so, is a single word, or holds a pronoun is not understood by itself. */
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "(?:and|but|so|or|then|ok|okay|what about|how about)\\b.*"
              + "|\\w+\\W*"
              + "|.*\\b(?:he|she|it|they|him|her|them|his|hers|its|their|that|this|those|these)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

  /** Who speaks so, speaks to the people there. */
  private static final Pattern AMONG_PEOPLE =
      Pattern.compile("\\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et['’]s)\\b");

  private FollowUp() {}

  /** Whether the words have the form of a question or a request. */
  static boolean asks(String text) {
    return ASKS.matcher(text.strip()).matches();
  }

  /** Whether it can only be understood from what was said before. */
  static boolean pointsBack(String text) {
    return POINTS_BACK.matcher(text.strip()).matches();
  }

  /**
   * Whether to look at it at all: the person who asked last says more, or another asks something
   * that is not about the people in the thread.
   *
   * @param asker who asked last in the thread
   */
  static boolean mayBeMeant(String text, String person, String asker) {
    return person.equals(asker) || (asks(text) && !AMONG_PEOPLE.matcher(text).find());
  }

  /**
   * Whether the answer found is worth breaking in with.
   *
   * @param awaited whether the person waits for a reply, be it that nothing was found
   */
  static boolean worthSaying(Outcome outcome, boolean awaited) {
    return switch (outcome) {
      case ANSWERED -> true;
      case NOT_IN_SOURCES, FAILED -> awaited;
      case SMALL_TALK, REFUSED -> false;
    };
  }
}
