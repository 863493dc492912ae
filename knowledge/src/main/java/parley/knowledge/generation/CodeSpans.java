package parley.knowledge.generation;

/** Follows where Markdown's code begins and ends, a character at a time. Not thread-safe. */
final class CodeSpans {

  private static final int FENCE = 3;

  private int ticks;
  private boolean fenced;
  private boolean inline;

  void pass(char c) {
    if (c == '`') {
      ticks++;
      return;
    }
    turn();
    if (c == '\n') {
      inline = false; // a lone tick is an apostrophe, not code to the end of the text
    }
  }

  /** Whether the next character would stand in code. */
  boolean isOpen() {
    turn();
    return fenced || inline;
  }

  private void turn() {
    if (ticks >= FENCE) {
      fenced = !fenced;
    } else if (ticks > 0) {
      inline = !inline;
    }
    ticks = 0;
  }
}
