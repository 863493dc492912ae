/** Makes an answer of retrieved passages and checks its citations. */
@NullMarked
package parley.knowledge.answer;

import org.jspecify.annotations.NullMarked;
