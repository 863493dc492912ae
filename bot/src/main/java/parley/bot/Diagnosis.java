package parley.bot;

/**
 * What came of a look at one part of the bot.
 *
 * @param part what was looked at
 * @param says what it is like; of what is not well also how to mend it
 */
record Diagnosis(String part, State state, String says) {

  /** How it is. */
  enum State {
    WELL("ok"),
    /** It works, and will not for long. */
    WORRYING("warn"),
    ILL("FAIL"),
    /** It is switched off, or cannot be told. */
    UNKNOWN("-");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  static Diagnosis well(String part, String says) {
    return new Diagnosis(part, State.WELL, says);
  }

  static Diagnosis worrying(String part, String says) {
    return new Diagnosis(part, State.WORRYING, says);
  }

  static Diagnosis ill(String part, String says) {
    return new Diagnosis(part, State.ILL, says);
  }

  static Diagnosis unknown(String part, String says) {
    return new Diagnosis(part, State.UNKNOWN, says);
  }

  boolean isIll() {
    return state == State.ILL;
  }

  /** One line. */
  @Override
  public String toString() {
    return "%-4s  %-9s  %s".formatted(state.word, part, says);
  }
}
