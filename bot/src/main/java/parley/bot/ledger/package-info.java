/**
 * What the bot remembers of its chats: events seen, questions accepted and how they ended, and what
 * people thought of the answers.
 *
 * <p>{@link parley.bot.ledger.Ledger} is the way in. It knows nothing of a platform nor of a
 * document: places, threads and people are opaque strings here.
 */
@NullMarked
package parley.bot.ledger;

import org.jspecify.annotations.NullMarked;
