package parley.bot.telegram;

import java.util.Set;

/**
 * Who may ask on Telegram, and how often.
 *
 * @param allow ids of the persons and chats that are answered; empty for all
 * @param block ids of persons and chats that are not answered whatever else holds
 * @param limits how often may be asked
 */
public record TelegramAudience(Set<Long> allow, Set<Long> block, TelegramLimits limits) {

  static final TelegramAudience DEFAULT =
      new TelegramAudience(Set.of(), Set.of(), TelegramLimits.DEFAULT);

  public TelegramAudience {
    allow = Set.copyOf(allow);
    block = Set.copyOf(block);
  }

  boolean isBlocked(long person, long chat) {
    return block.contains(person) || block.contains(chat);
  }

  boolean isAllowed(long person, long chat) {
    return allow.isEmpty() || allow.contains(person) || allow.contains(chat);
  }
}
