package parley.bot.slack;

import java.time.Duration;
import parley.bot.chat.Refusal;

/** What the bot says of itself in Slack. */
final class Wording {

  static final String LOOKING = "is looking through the documents…";
  static final String GREETING = "Hello! Ask me about the talks. You could begin with:";
  static final String NOT_IN_SOURCES =
      "I have not found this in the documents, and I would rather not guess.";
  static final String NEARBY = "They do speak of these. Shall I look one up?";
  static final String NOTHING_TO_CHECK =
      "There is no statement in that message that I could look up.";
  static final String CLOSEST = "What the documents hold that is closest to that message:";
  static final String NOT_SPOKEN_OF = "The documents do not speak of it.";
  static final String NOT_JUDGED =
      "These are the closest passages, no more. Whether they bear the message out is for you to say.";
  static final String CHECK_FAILED =
      "Something went wrong while I looked that up. Please try again in a moment.";
  static final String NOT_OPENED = "Slack did not let me open that. Please click once more.";
  static final String ASK_ME = "Yes? Ask me something about the talks, for example:";
  static final String ASK_BY_COMMAND =
      "I answer questions from source documents, and show for every statement the paragraph it"
          + " rests on. Put your question after the command, or “forget” to have deleted what I keep"
          + " on you. For example:";
  static final String WHAT_WAS_WRONG = "What was wrong?";
  static final String FORGOTTEN =
      "I no longer remember that answer. Please ask the question again.";
  static final String THANKS = "Thank you, I have noted that.";
  static final String NOT_SHARED =
      "Slack did not let me share that. Please ask the question in the channel.";
  static final String SHARED_BEFORE = "This answer has been shared already.";

  private Wording() {}

  /** Whom to ask instead. */
  static String help(String channel) {
    String place =
        channel.matches("[CG][A-Z0-9]{6,}") ? "<#" + channel + ">" : SlackText.escape(channel);
    return "People who may know are in " + place + ".";
  }

  /** What was deleted of a person's questions, thumbs and choices. */
  static String forgotten(int rows) {
    return rows == 0
        ? "I keep nothing on you."
        : "I have deleted what I kept on you: your questions with my answers, and your thumbs. My"
            + " messages in Slack stay; Slack keeps those.";
  }

  /** Why a question is not looked at. */
  static String refusal(Refusal refusal) {
    return switch (refusal.reason()) {
      case PERSON_LIMIT ->
          "You are quick! I answer only so many questions a minute for each of us. Please ask me"
              + " this one again "
              + in(refusal.again());
      case CHAT_LIMIT, WORKSPACE_LIMIT ->
          "Very many of your colleagues are asking at this moment. Please ask me again "
              + in(refusal.again());
      case BUSY ->
          "I have more questions than I can look up right now. Please ask me again "
              + in(refusal.again());
      case OFF -> "I am switched off in this channel. Please ask me in a direct message.";
      case LATE -> "I was away when you asked me this. Please ask me again.";
      case INTERRUPTED ->
          "I was interrupted while I answered you. If you do not see my answer, please ask me again.";
    };
  }

  private static String in(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return "in " + (seconds == 1 ? "a second." : seconds + " seconds.");
  }
}
