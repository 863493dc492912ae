package parley.bot.chat;

/** The configuration is wrong; the message says where and how to mend it. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With one lower-case line that names the setting and the mend. */
  public ConfigurationException(String message) {
    super(message);
  }

  ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
