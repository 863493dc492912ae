/** Where the time of an answer goes, for those who run the bot. */
@NullMarked
package parley.knowledge.observation;

import org.jspecify.annotations.NullMarked;
