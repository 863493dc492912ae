package parley.bot.slack;

/** What the buttons are called in the events that they send. */
final class ActionIds {

  static final String PASSAGES = "passages";
  static final String SHARE = "share";
  static final String FEEDBACK = "feedback";
  static final String FEEDBACK_UP = "feedback_up";
  static final String FEEDBACK_DOWN = "feedback_down";
  static final String ASK = "ask_";
  static final String FEEDBACK_VIEW = "feedback_reason";
  static final String CHECK_SHORTCUT = "check_against_sources";
  static final String COMMAND = "/talks";

  /** Before the answer's id in the value of a feedback button. */
  static final String UP = "up:";

  static final String DOWN = "down:";

  private ActionIds() {}
}
