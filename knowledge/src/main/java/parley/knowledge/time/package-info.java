/** What a question says of time, and which days it means by that. */
@NullMarked
package parley.knowledge.time;

import org.jspecify.annotations.NullMarked;
