/**
 * What every platform shares: a question comes in, an answer goes out; who may ask, how often, and
 * what was said before.
 *
 * <p>A platform translates its events into {@link parley.bot.chat.IncomingQuestion}s, hands them to
 * {@link parley.bot.chat.Chat}, and is called back through the {@link parley.bot.chat.Reply} it
 * gave along.
 */
@NullMarked
package parley.bot.chat;

import org.jspecify.annotations.NullMarked;
