/** Keeps passages with their vectors, finds them by words and by meaning. */
@NullMarked
package parley.knowledge.index;

import org.jspecify.annotations.NullMarked;
