/** What becomes of a process at its end. */
@NullMarked
package parley.knowledge.process;

import org.jspecify.annotations.NullMarked;
