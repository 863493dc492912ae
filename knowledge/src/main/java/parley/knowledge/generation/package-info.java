/** Has a language model write the answer, and lets through what its citations support. */
@NullMarked
package parley.knowledge.generation;

import org.jspecify.annotations.NullMarked;
