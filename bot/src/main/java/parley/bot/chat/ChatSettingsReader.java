package parley.bot.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Reads the chat's part of the configuration file; what it leaves out keeps its default.
 *
 * <pre>{@code
 * limits:
 *   person-a-minute: 20
 *   workspace-a-minute: 600
 * keep-days: 90
 * channels:
 *   C0123ABCD:
 *     documents: [paris-meeting, press, public]
 *     mention-always: true
 *   C0456EFGH:
 *     off: true
 * }</pre>
 */
public final class ChatSettingsReader {

  /** The keys of the configuration file that are the chat's. */
  public static final Set<String> KEYS = Set.of("limits", "keep-days", "channels");

  private ChatSettingsReader() {}

  /**
   * Reads the {@link #KEYS}.
   *
   * @param model whether a language model writes the answers, which lets more be made at once
   * @throws ConfigurationException if there is another key, or a value that does not fit
   */
  public static ChatSettings of(JsonNode keys, boolean model) {
    ChatSettings usual = model ? ChatSettings.WITH_MODEL : ChatSettings.DEFAULT;
    return ConfigurationSection.read("", keys, usual, ChatSettings.class);
  }
}
