package parley.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who says something to the bot, and where.
 *
 * @param spot where answers go; in memory alone
 * @param person the person's pseudonym
 * @param place the id of a group, or the person's pseudonym where they are alone with the bot
 * @param language ISO 639 code of the language that the person chose, or else that their Telegram
 *     speaks; null where neither is known
 */
record Asker(Spot spot, String person, String place, @Nullable String language) {

  static final String PLATFORM = "telegram";

  Phrases phrases() {
    return Phrases.in(language);
  }

  /** What the person's questions here before are found by. */
  String conversation() {
    return spot.isGroup()
        ? PLATFORM + ":" + place + ":" + (spot.topic() == null ? "" : spot.topic()) + ":" + person
        : PLATFORM + ":" + person;
  }
}
