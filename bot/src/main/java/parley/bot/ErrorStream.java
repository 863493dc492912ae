package parley.bot;

import org.jline.nativ.CLibrary;

/** Tells where standard error goes. */
final class ErrorStream {

  private static final int DESCRIPTOR = 2;

  private ErrorStream() {}

  /** Whether it is a terminal; false where the system does not tell. */
  static boolean isTerminal() {
    try {
      return CLibrary.isatty(DESCRIPTOR) == 1;
    } catch (LinkageError e) {
      return System.console() != null;
    }
  }
}
