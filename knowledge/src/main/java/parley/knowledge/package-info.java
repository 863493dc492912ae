/**
 * Answers questions from a folder of documents, each statement with a citation of the paragraph it
 * rests on.
 *
 * <p>{@link parley.knowledge.KnowledgeBase} is the way in; the records beside it are what goes in
 * and comes out. Nothing here knows of a chat or a command line, and only {@code feed} knows of the
 * network.
 */
@NullMarked
package parley.knowledge;

import org.jspecify.annotations.NullMarked;
