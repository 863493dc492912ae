package parley.bot.chat;

import org.jspecify.annotations.Nullable;

/** A platform has not taken what was sent: nothing is wrong with the bot. */
public class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a line that says why, and nothing of what was sent. */
  protected DeliveryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
