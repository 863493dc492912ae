/** Measures how well a set of questions is answered. */
@NullMarked
package parley.bot.evaluation;

import org.jspecify.annotations.NullMarked;
