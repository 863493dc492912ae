package parley.knowledge.generation;

/** Reads what a model writes. Not thread-safe. */
interface Reading {

  /** A piece of the text. */
  void piece(String text);

  /** The text is complete. */
  void end();

  /** Whether somebody has been shown some of it, so that it cannot begin anew. */
  boolean isShown();
}
