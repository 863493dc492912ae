/** The program: its command line and its settings. */
@NullMarked
package parley.bot;

import org.jspecify.annotations.NullMarked;
