/**
 * Tells whether a passage supports a statement: its names, numbers, dates and quoted words stand
 * there, nothing is turned into its opposite, and no other passage would be the better source.
 *
 * <p>{@link parley.knowledge.grounding.GroundingCheck} is the way in.
 */
@NullMarked
package parley.knowledge.grounding;

import org.jspecify.annotations.NullMarked;
