package parley.knowledge.document;

/**
 * A piece of a document as its format gives it.
 *
 * @param kind what it is
 * @param text without markup; the items of a list stand on lines of their own
 */
record Block(Kind kind, String text) {

  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST
  }

  static Block heading(String text) {
    return new Block(Kind.HEADING, Whitespace.oneLine(text));
  }

  static Block paragraph(String text) {
    return new Block(Kind.PARAGRAPH, Whitespace.oneLine(text));
  }

  /** A list, an item a line. */
  static Block list(String text) {
    return new Block(Kind.LIST, Whitespace.lines(text));
  }
}
