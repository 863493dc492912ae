package parley.bot.chat;

/**
 * The way back to a person who asked. Its methods are called one after the other, from threads of
 * the chat; what they throw is logged, and the answer counts as not delivered.
 */
public interface Reply {

  /** Shows that the bot is at work; an answer follows. */
  void working();

  /** Shows the answer. */
  void answer(GivenAnswer answer);

  /** Tells the person alone that the question is not looked at. */
  void refuse(Refusal refusal);
}
