package parley.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * The way back to a person on Telegram, as it is kept across a restart.
 *
 * @param question the message that asks; null where a button did
 * @param replyTo the message that the answer refers to, if it does
 * @param shown the message that shows a part of the answer, which is to take its place; null where
 *     there is none
 * @param heading what was asked, where readers do not see it otherwise; or empty
 */
record TelegramRoute(
    Spot spot,
    @Nullable Integer question,
    @Nullable Integer replyTo,
    @Nullable Integer shown,
    String heading) {}
