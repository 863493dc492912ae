/**
 * Parley on Telegram: updates in, messages of HTML with inline keyboards out.
 *
 * <p>What may be asked and how it is answered is the chat's business; here it is only translated.
 */
@NullMarked
package parley.bot.telegram;

import org.jspecify.annotations.NullMarked;
