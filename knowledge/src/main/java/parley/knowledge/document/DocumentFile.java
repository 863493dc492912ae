package parley.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file that holds a document.
 *
 * @param id unique among the files served together
 * @param name its path as the user knows it, for messages; its ending tells the format
 * @param content opens the file; called once for each read
 */
public record DocumentFile(String id, String name, Content content) {

  /** Longest file that is read, in bytes: a book has about a million characters. */
  static final int MAX_BYTES = 20 * 1024 * 1024;

  /** Opens the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  public DocumentFile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /**
   * The file's bytes.
   *
   * @throws DocumentException if it cannot be read or is larger than 20 MiB
   */
  public byte[] bytes() {
    try (InputStream in = content.open()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new DocumentException(
            name
                + " is larger than "
                + MAX_BYTES / (1024 * 1024)
                + " MiB: split it into documents");
      }
      return bytes;
    } catch (IOException | UncheckedIOException e) {
      throw new DocumentException(name + " cannot be read: check its permissions", e);
    }
  }

  /** SHA-256 of the bytes in hexadecimal: changes exactly when the content does. */
  public static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
