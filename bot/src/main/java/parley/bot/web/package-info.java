/**
 * Parley in a browser: a page to ask on, a viewer of the documents, and an HTTP interface.
 *
 * <p>{@link parley.bot.web.WebBot} is the way in. One servlet takes every request that no other
 * platform wants and hands it to a {@link parley.bot.web.Route}. No thread of the server waits for
 * a client: bodies are read and streams written as the client sends and takes them.
 */
@NullMarked
package parley.bot.web;

import org.jspecify.annotations.NullMarked;
