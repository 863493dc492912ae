package parley.knowledge.grounding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads regular expressions, one a line, of a resource; lines that begin with # are notes. */
final class Expressions {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private Expressions() {}

  /** One pattern that finds what any of them finds. */
  static Pattern anyOf(String resource) {
    try (InputStream in = Expressions.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile(
          text.lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> "(?:" + line + ")")
              .collect(Collectors.joining("|")),
          FLAGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
