package parley.bot.chat;

import java.util.List;
import parley.knowledge.Finding;

/**
 * The way back to a person who had a message checked. One of its methods is called, once, from a
 * thread of the chat; what it throws is logged.
 */
public interface CheckReply {

  /** Shows what is closest to each statement of the message; empty if it makes none. */
  void show(List<Finding> findings);

  /** Tells the person that the message is not looked at. */
  void refuse(Refusal refusal);

  /** Tells the person that something went wrong. */
  void fail();
}
