package parley.bot.slack;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What conversations and events of Slack's are found by. */
final class Conversation {

  static final String PLATFORM = "slack";

  private Conversation() {}

  /** What a command or a click is known by; Slack sends neither a second time. */
  static List<String> eventNames(@Nullable String triggerId) {
    boolean nameless = triggerId == null || triggerId.isBlank();
    String name = nameless ? UUID.randomUUID().toString() : triggerId;
    return List.of(PLATFORM + ":trigger:" + name);
  }

  /** Whether a channel is one of a person and the bot alone. */
  static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  /** A thread in a channel; a direct message channel is one conversation, whatever the thread. */
  static String of(String channel, String thread) {
    return isDirect(channel) ? PLATFORM + ":" + channel : PLATFORM + ":" + channel + ":" + thread;
  }

  /** The messages that one person has checked in a channel. */
  static String ofChecks(String channel, String person) {
    return PLATFORM + ":" + channel + ":checks:" + person;
  }

  /** What one person asks for themselves in a channel. */
  static String ofOne(String channel, String person) {
    return PLATFORM + ":" + channel + ":only:" + person;
  }
}
