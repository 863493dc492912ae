package parley.knowledge.generation;

import java.util.List;
import java.util.function.Consumer;

/** Reads an answer while the model writes it, and drafts what stands of it. Not thread-safe. */
final class CheckedReading implements Reading {

  /** Three times what it is told at most, lists and all; checking costs time. */
  private static final int MOST_STATEMENTS = 30;

  private final CitationParser parser;
  private final StatementCheck check;
  private final Draft draft;
  private final Consumer<Draft> added;
  private int read;
  private boolean shown;

  /**
   * @param added hears of each statement that was added last to the draft
   */
  CheckedReading(StatementCheck check, Draft draft, Consumer<Draft> added) {
    this.parser = new CitationParser(check.passages().size());
    this.check = check;
    this.draft = draft;
    this.added = added;
  }

  Draft draft() {
    return draft;
  }

  @Override
  public void piece(String text) {
    parser.accept(text).forEach(this::take);
  }

  @Override
  public void end() {
    parser.end().forEach(this::take);
  }

  @Override
  public boolean isShown() {
    return shown;
  }

  private void take(MarkedStatement statement) {
    if (++read > MOST_STATEMENTS) {
      throw new ModelFault(ModelFault.Kind.TOO_LONG);
    }
    String text = statement.text();
    if (text.isBlank() || Unanswered.isSaidBy(text) || draft.says(text)) {
      return;
    }
    List<CitedPassage> supporting = check.supporting(statement);
    if (!supporting.isEmpty()) {
      draft.add(text, supporting);
      shown = true;
      added.accept(draft);
    }
  }
}
