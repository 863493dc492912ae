package parley.bot.report;

import java.time.Instant;

/** Where digests go, such as a channel of a chat. Thread-safe. */
public interface DigestChannel {

  /**
   * Posts a digest, in one message.
   *
   * @param name tells it from all other digests
   * @param since nobody can have posted it before
   * @param perhapsThere whether it may have been posted already: then it is looked for first
   * @throws parley.bot.chat.DeliveryException if it is not there now, or nobody can tell; says what
   *     to do about it
   */
  void post(Report report, String name, Instant since, boolean perhapsThere);
}
