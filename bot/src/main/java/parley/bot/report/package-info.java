/**
 * Tells what people asked and what the documents did not answer, so that somebody knows which
 * document to write next.
 */
@NullMarked
package parley.bot.report;

import org.jspecify.annotations.NullMarked;
