/** Reads files into documents with numbered paragraphs. */
@NullMarked
package parley.knowledge.document;

import org.jspecify.annotations.NullMarked;
