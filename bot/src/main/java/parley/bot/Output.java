package parley.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Standard output as a stream of UTF-8, whatever the machine's locale. */
final class Output {

  private Output() {}

  /** Lets a command write UTF-8. */
  static void toUtf8(CommandLine command) {
    command.setOut(
        new PrintWriter(
            new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
            true));
  }
}
