/** Finds the passages that bear on a question, best first. */
@NullMarked
package parley.knowledge.retrieval;

import org.jspecify.annotations.NullMarked;
