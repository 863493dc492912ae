/** Fetches what a list of feeds and addresses names into a folder, where it is read as any file. */
@NullMarked
package parley.knowledge.feed;

import org.jspecify.annotations.NullMarked;
