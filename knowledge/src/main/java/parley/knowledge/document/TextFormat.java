package parley.knowledge.document;

/** Reads the text of one format. Implementations are thread-safe. */
@FunctionalInterface
interface TextFormat {

  /** Never fails: what cannot be understood is text. */
  ParsedText parse(String text);
}
