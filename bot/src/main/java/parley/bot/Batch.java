package parley.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import parley.bot.chat.Json;

/** Answers the lines of a file, or of standard input, one line out for each line in. */
final class Batch {

  private Batch() {}

  /**
   * Runs a batch.
   *
   * @param file a file of JSON lines, or {@code -} for standard input
   * @return the exit code: 1 if a line could not be read, which then has outcome {@code failed}
   * @throws IllegalArgumentException if the file cannot be read
   */
  static int run(Path file, PrintWriter out, Function<BatchLine, String> answer) {
    int exit = 0;
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !answered(line, out, answer)) {
          exit = 1;
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: name a file of JSON lines", e);
    }
    return exit;
  }

  private static boolean answered(
      String line, PrintWriter out, Function<BatchLine, String> answer) {
    BatchLine read;
    try {
      read = BatchLine.of(line);
    } catch (IllegalArgumentException e) {
      out.println(Json.failure(null, e.getMessage()));
      out.flush();
      return false;
    }
    out.println(answer.apply(read));
    out.flush();
    return true;
  }

  private static BufferedReader open(Path file) throws IOException {
    return file.toString().equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(file);
  }
}
