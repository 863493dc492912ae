package parley.bot.telegram;

import parley.bot.chat.Rates;

/**
 * How often may be asked on Telegram.
 *
 * @param personAMinute questions of one person within a minute, at least 1
 * @param chatAMinute questions in one chat within a minute, at least 1
 * @param botAMinute questions of everybody within a minute, at least 1
 */
public record TelegramLimits(int personAMinute, int chatAMinute, int botAMinute) {

  /** A group takes no more than 20 messages a minute of a bot, all chats no more than 1,800. */
  static final TelegramLimits DEFAULT = new TelegramLimits(20, 20, 1_800);

  public TelegramLimits {
    atLeastOne("person-a-minute", personAMinute);
    atLeastOne("chat-a-minute", chatAMinute);
    atLeastOne("bot-a-minute", botAMinute);
  }

  Rates rates() {
    return new Rates(personAMinute, chatAMinute, botAMinute);
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + ": give a number of at least 1");
    }
  }
}
