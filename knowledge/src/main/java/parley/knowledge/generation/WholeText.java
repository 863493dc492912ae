package parley.knowledge.generation;

/** Keeps a text as the model writes it. Not thread-safe. */
final class WholeText implements Reading {

  private final StringBuilder text = new StringBuilder();

  @Override
  public void piece(String piece) {
    text.append(piece);
  }

  @Override
  public void end() {
    // nothing waits for it
  }

  @Override
  public boolean isShown() {
    return false;
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }
}
