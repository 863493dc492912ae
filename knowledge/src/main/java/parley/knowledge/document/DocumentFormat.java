package parley.knowledge.document;

import java.util.List;

/** Reads the files of one format. Implementations are thread-safe. */
interface DocumentFormat {

  /** Longest text file that is read, in bytes: a book has about a million characters. */
  int MAX_TEXT_BYTES = 20 * 1024 * 1024;

  /** Longest file of a format that packs its text and brings pictures along, in bytes. */
  int MAX_PACKED_BYTES = 64 * 1024 * 1024;

  /**
   * The documents in a file: one, or the rows of a table of articles.
   *
   * @param name the file's path as the user knows it, for messages
   * @throws DocumentException if the file is broken, locked or holds too much
   */
  List<ParsedText> parse(String name, byte[] bytes);

  /** Longest file that is read, in bytes. */
  default int maxBytes() {
    return MAX_TEXT_BYTES;
  }
}
