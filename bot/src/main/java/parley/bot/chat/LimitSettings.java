package parley.bot.chat;

/**
 * How much may be asked.
 *
 * @param personAMinute questions of one person within a minute
 * @param chatAMinute questions in one channel or chat within a minute
 * @param workspaceAMinute questions of one workspace within a minute
 * @param waiting questions that may wait for their answers
 * @param atOnce questions that are worked on at the same time
 */
public record LimitSettings(
    int personAMinute, int chatAMinute, int workspaceAMinute, int waiting, int atOnce) {

  /**
   * Two hundred questions in one second are within them. One processor is left to the events that
   * come in: with two at work on two, the 99th of 100 acknowledgements took 500 ms rather than 220.
   */
  static final LimitSettings DEFAULT =
      new LimitSettings(
          60, 600, 600, 1_000, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /**
   * While a language model writes, its question waits for the network, and others go on. What is
   * done here for an answer takes a tenth of a second.
   */
  static final LimitSettings WITH_MODEL =
      new LimitSettings(
          60, 600, 600, 1_000, Math.max(8, 2 * Runtime.getRuntime().availableProcessors()));

  public LimitSettings {
    atLeastOne("person-a-minute", personAMinute);
    atLeastOne("chat-a-minute", chatAMinute);
    atLeastOne("workspace-a-minute", workspaceAMinute);
    atLeastOne("waiting", waiting);
    atLeastOne("at-once", atOnce);
  }

  /** How often may be asked, where a platform has no rates of its own. */
  Rates rates() {
    return new Rates(personAMinute, chatAMinute, workspaceAMinute);
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + ": give a number of at least 1");
    }
  }
}
