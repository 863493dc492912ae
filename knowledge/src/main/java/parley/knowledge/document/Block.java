package parley.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document as its format gives it.
 *
 * @param kind what it is
 * @param text without markup; the items of a list stand on lines of their own
 * @param page the page it begins on, from 1, where the format has pages
 */
record Block(Kind kind, String text, @Nullable Integer page) {

  /** Characters: ten pages of print. */
  private static final int MAX_LENGTH = 30_000;

  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST
  }

  static Block heading(String text) {
    return new Block(Kind.HEADING, Whitespace.oneLine(text), null);
  }

  static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, Whitespace.oneLine(text), null);
  }

  /** A list, an item a line. */
  static Block list(String text) {
    return new Block(Kind.LIST, Whitespace.lines(text), null);
  }

  /** The block, or what it is cut to where it is longer than any author's paragraph. */
  List<Block> pieces() {
    List<Block> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > MAX_LENGTH) {
      int space =
          Math.max(
              text.lastIndexOf(' ', start + MAX_LENGTH),
              text.lastIndexOf('\n', start + MAX_LENGTH));
      int end = space > start ? space : start + MAX_LENGTH;
      pieces.add(new Block(kind, text.substring(start, end).strip(), page));
      start = end;
    }
    pieces.add(new Block(kind, text.substring(start).strip(), page));
    return pieces;
  }

  /** The same on a page. */
  Block on(int number) {
    return new Block(kind, text, number);
  }
}
