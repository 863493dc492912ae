package parley.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a zip that hold text, within bounds: a few bytes can unpack to more than any memory.
 *
 * @param name the zip's path, for messages
 * @param files by their paths within
 */
record ZipText(String name, Map<String, byte[]> files) {

  /** Most bytes that a file may unpack to, with pictures and all. */
  static final long MAX_UNPACKED = 200L * 1024 * 1024;

  /** Most bytes of what is kept in memory. */
  static final long MAX_KEPT = 48L * 1024 * 1024;

  static final int MAX_FILES = 20_000;

  /**
   * Deflate makes at best 1,032 bytes of one; XML of a document, even of tables, under a hundred.
   */
  private static final int MAX_RATIO = 200;

  /** Below so many bytes, the ratio says nothing. */
  private static final long RATIO_FROM = 4L * 1024 * 1024;

  /** What Microsoft's programs write with a password, and wrote before 2007. */
  private static final int[] COMPOUND_FILE = {0xD0, 0xCF, 0x11, 0xE0};

  /**
   * Unpacks what is wanted.
   *
   * @param wanted tells by its path whether a file is kept
   * @throws DocumentException if it is no zip, is damaged or locked, or unpacks to too much
   */
  static ZipText of(String name, byte[] bytes, Predicate<String> wanted) {
    if (isCompoundFile(bytes)) {
      throw new DocumentException(
          name
              + " is locked with a password, or of a format before 2007: save it anew without a"
              + " password");
    }
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      Budget budget = new Budget(name, bytes.length);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        boolean keep = wanted.test(entry.getName());
        byte[] content = unpack(zip, keep, budget);
        if (keep) {
          files.put(entry.getName(), content);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw broken(name, e);
    } catch (IOException e) {
      throw new DocumentException(name + " cannot be unpacked: save it anew", e);
    }
    if (files.isEmpty()) {
      throw new DocumentException(name + " is damaged or no such file: save it anew");
    }
    return new ZipText(name, files);
  }

  private static DocumentException broken(String name, Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("encrypted")
        ? new DocumentException(name + " is locked with a password: save it without one", e)
        : new DocumentException(name + " is damaged: save it anew", e);
  }

  private static byte[] unpack(ZipInputStream zip, boolean keep, Budget budget) throws IOException {
    budget.file();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      budget.take(read, keep);
      if (keep) {
        content.write(buffer, 0, read);
      }
    }
    return content.toByteArray();
  }

  private static boolean isCompoundFile(byte[] bytes) {
    for (int i = 0; i < COMPOUND_FILE.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != COMPOUND_FILE[i]) {
        return false;
      }
    }
    return true;
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  byte @Nullable [] find(String path) {
    return files.get(path);
  }

  /**
   * The bytes of a file.
   *
   * @throws DocumentException if there is none
   */
  byte[] get(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new DocumentException(name + " lacks " + path + ": save it anew");
    }
    return content;
  }

  /** What may still be unpacked of a zip. */
  private static final class Budget {

    private final String name;
    private final long packed;
    private long unpacked;
    private long kept;
    private int files;

    Budget(String name, long packed) {
      this.name = name;
      this.packed = packed;
    }

    void file() {
      files++;
      if (files > MAX_FILES) {
        throw tooMuch("more than " + MAX_FILES + " files");
      }
    }

    void take(int bytes, boolean keep) {
      unpacked += bytes;
      kept += keep ? bytes : 0;
      if (unpacked > MAX_UNPACKED || kept > MAX_KEPT) {
        throw tooMuch(
            "more than " + (kept > MAX_KEPT ? MAX_KEPT : MAX_UNPACKED) / 1024 / 1024 + " MiB");
      }
      if (unpacked > RATIO_FROM && unpacked > MAX_RATIO * packed) {
        throw tooMuch("over " + MAX_RATIO + " times its size");
      }
    }

    private DocumentException tooMuch(String what) {
      return new DocumentException(name + " unpacks to " + what + ": make it smaller");
    }
  }
}
