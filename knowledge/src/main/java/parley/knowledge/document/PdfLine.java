package parley.knowledge.document;

/**
 * A line of print.
 *
 * @param text without line break, not blank
 * @param page from 1
 * @param left where it begins and {@code right} where it ends, in points from the page's left edge
 * @param bottom its base line, in points from the page's upper edge
 * @param size of its type in points
 * @param bold whether all of it is
 */
record PdfLine(
    String text, int page, float left, float right, float bottom, float size, boolean bold) {

  boolean endsSentence() {
    return text.matches("(?s).*[.!?:;…][\"'”’»)\\]\\d]*");
  }
}
