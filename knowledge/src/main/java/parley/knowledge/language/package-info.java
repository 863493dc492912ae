/**
 * Tells in which language a question is put, puts it in English, and says in the asker's language
 * what is the knowledge base's own to say.
 */
@NullMarked
package parley.knowledge.language;

import org.jspecify.annotations.NullMarked;
