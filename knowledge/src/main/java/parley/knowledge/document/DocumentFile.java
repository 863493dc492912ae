package parley.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that holds a document.
 *
 * @param id unique among the files served together
 * @param name its path as the user knows it, for messages; its ending tells the format
 * @param subfolder where it lies below the folder served, such as {@code public/2026}; empty at its
 *     top
 * @param content opens the file; called once for each read
 */
public record DocumentFile(String id, String name, String subfolder, Content content) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Opens the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;

    /** What tells without reading whether the file has changed; empty where nothing does. */
    default Optional<FileStamp> stamp() {
      return Optional.empty();
    }

    /** The folder it lies in, where it lies in one. */
    default Optional<Path> folder() {
      return Optional.empty();
    }
  }

  public DocumentFile {
    Objects.requireNonNull(id, "id");
    name = CONTROL.matcher(name).replaceAll("?");
    subfolder = CONTROL.matcher(subfolder).replaceAll("?");
    Objects.requireNonNull(content, "content");
  }

  /** A file in no subfolder. */
  public DocumentFile(String id, String name, Content content) {
    this(id, name, "", content);
  }

  /**
   * The file's bytes.
   *
   * @throws DocumentException if it is of no format that is read, cannot be read, changes
   *     meanwhile, or is larger than its format allows: 20 MiB of text, 64 MiB of a packed format
   */
  public byte[] bytes() {
    int most = DocumentFormats.of(name).maxBytes();
    Optional<FileStamp> before = content.stamp();
    if (before.isPresent() && before.get().size() > most) {
      throw tooLarge(most);
    }
    byte[] bytes = read(most);
    if (!content.stamp().equals(before)) {
      throw new DocumentException(name + " is being written: it is read when that is done");
    }
    return bytes;
  }

  private byte[] read(int most) {
    try (InputStream in = content.open()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException | UncheckedIOException e) {
      throw new DocumentException(name + " cannot be read: check its permissions", e);
    }
  }

  private DocumentException tooLarge(int most) {
    return new DocumentException(
        name + " is larger than " + most / (1024 * 1024) + " MiB: split it into documents");
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
