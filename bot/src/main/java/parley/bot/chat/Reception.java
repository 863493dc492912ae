package parley.bot.chat;

/** What became of a question at the door. */
public enum Reception {
  /** It will be answered. */
  TAKEN,
  /** It came before. */
  SEEN_BEFORE,
  /** It was not meant for the bot, or the bot is off in that place. */
  NOT_ASKED,
  /** A limit; the person is told. */
  REFUSED
}
