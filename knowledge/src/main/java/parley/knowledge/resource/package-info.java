/** Reads what stands in files of the jar. */
@NullMarked
package parley.knowledge.resource;

import org.jspecify.annotations.NullMarked;
