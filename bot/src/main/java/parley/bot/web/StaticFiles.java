package parley.bot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Script, style and icon: read once, and kept by browsers as long as they do not change. */
final class StaticFiles {

  private static final String FOLDER = "assets/";
  private static final List<String> NAMES = List.of("parley.css", "parley.js", "icon.svg");
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
  private static final int TAG_DIGITS = 16;

  /** A year, for an address that names the version. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private record Content(byte[] bytes, String type, String tag) {}

  private final Map<String, Content> files;

  StaticFiles() {
    files = NAMES.stream().collect(Collectors.toMap(Function.identity(), StaticFiles::read));
  }

  private static Content read(String name) {
    byte[] bytes = bytes(FOLDER + name);
    return new Content(bytes, TYPES.get(name.substring(name.indexOf('.') + 1)), hash(bytes));
  }

  /**
   * A resource beside this class.
   *
   * @throws IllegalArgumentException if there is none
   */
  static byte[] bytes(String name) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not in the jar: build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Where a file is served, for example {@code /assets/parley.css?v=0123456789abcdef}. */
  String address(String name) {
    return "/" + FOLDER + name + "?v=" + files.get(name).tag();
  }

  /** Sends the file that the path names. */
  void serve(Exchange exchange) {
    Content file =
        Optional.ofNullable(files.get(exchange.inPath()))
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    String tag = "\"" + file.tag() + "\"";
    exchange.response().setHeader("ETag", tag);
    if (file.tag().equals(exchange.request().getParameter("v"))) {
      exchange.response().setHeader("Cache-Control", FOR_EVER);
    }
    if (!exchange.claimAnswer()) {
      return;
    }
    if (tag.equals(exchange.request().getHeader("If-None-Match"))) {
      exchange.status(304);
    } else {
      exchange.write(200, file.type(), file.bytes());
    }
  }
}
