package parley.bot;

import java.io.PrintWriter;
import java.util.List;
import parley.knowledge.Answer;
import parley.knowledge.AnswerListener;
import parley.knowledge.Citation;
import parley.knowledge.Statement;

/** Writes the statements of an answer to a terminal as they come. Not thread-safe. */
final class StreamedAnswer implements AnswerListener {

  private final PrintWriter out;
  private final StringBuilder shown = new StringBuilder();

  StreamedAnswer(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void statement(Statement statement, List<Citation> citations) {
    show((shown.isEmpty() ? "" : " ") + statement.marked());
  }

  /** Writes what is still to be said of the whole answer. */
  void end(Answer answer) {
    String whole = TerminalAnswer.of(answer);
    if (whole.startsWith(shown.toString())) {
      out.println(whole.substring(shown.length()));
    } else {
      out.println();
      out.println();
      out.println(whole);
    }
  }

  private void show(String text) {
    shown.append(text);
    out.print(text);
    out.flush();
  }
}
