package parley.bot.chat;

import java.time.Duration;
import java.util.List;
import parley.knowledge.FoundPassage;

/**
 * The way back to somebody who searches. One of its methods is called, once, from a thread of the
 * chat; what it throws is logged.
 */
public interface SearchReply {

  /**
   * Shows what was found.
   *
   * @param passages best first; empty if there are none
   * @param time how long it took
   */
  void show(List<FoundPassage> passages, Duration time);

  /** Tells the person that nothing is looked up. */
  void refuse(Refusal refusal);

  /** Tells the person that something went wrong. */
  void fail();
}
