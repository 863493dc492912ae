package parley.bot.chat;

import java.time.Duration;
import java.util.Map;

/**
 * What holds for all chats, and for single places.
 *
 * @param limits how much may be asked
 * @param keepDays for how many days questions, answers and feedback are kept, at least 1
 * @param channels by the id of a channel or chat; {@code default} holds for those not named
 */
public record ChatSettings(
    LimitSettings limits, int keepDays, Map<String, PlaceSettings> channels) {

  /** Without a configuration file. */
  public static final ChatSettings DEFAULT = new ChatSettings(LimitSettings.DEFAULT, 90, Map.of());

  /** The same where a language model writes the answers. */
  static final ChatSettings WITH_MODEL =
      new ChatSettings(LimitSettings.WITH_MODEL, DEFAULT.keepDays(), Map.of());

  /** Events are remembered so long; Slack tries again for six minutes, Telegram for a day. */
  static final Duration KEEP_CLAIMS = Duration.ofDays(2);

  private static final String OTHERS = "default";

  public ChatSettings {
    channels = Map.copyOf(channels);
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "keep-days is " + keepDays + ": give a number of at least 1");
    }
  }

  PlaceSettings place(String id) {
    return channels.getOrDefault(id, channels.getOrDefault(OTHERS, PlaceSettings.DEFAULT));
  }
}
