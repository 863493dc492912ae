package parley.bot;

import java.io.PrintStream;
import parley.knowledge.Progress;

/** Shows progress on one line of a terminal that is written over; elsewhere it shows nothing. */
final class ProgressLine implements Progress {

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream terminal;
  private boolean shown;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(int done, int total) {
    if (done < total && ErrorStream.isTerminal()) {
      terminal.printf("%sreading documents: %,d of %,d", CLEAR_LINE, done, total);
      terminal.flush();
      shown = true;
    } else if (shown) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }
}
