package parley.bot.telegram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.bot.chat.ConfigurationException;

/**
 * What people are called in the ledger and in the log: their Telegram ids, hashed (HMAC-SHA-256)
 * with a key of this installation. Ids are short numbers, so that without a key anybody could hash
 * them all and look; and with another key the same person has another name. Thread-safe.
 */
final class Pseudonyms {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KEY_FILE = "people.key";
  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /** Half of the hash is far more than there are people. */
  private static final int SHOWN_BYTES = 16;

  private final SecretKeySpec key;

  private Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads the key of an installation, or makes it at random, for its owner's eyes only.
   *
   * @param data the folder where it is kept; made if it is not there
   * @throws ConfigurationException if the folder cannot be used, or the file holds no key
   */
  static Pseudonyms in(Path data) {
    Path file = data.resolve(KEY_FILE);
    try {
      Files.createDirectories(data);
      return new Pseudonyms(key(file));
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot keep the key " + file + ": make its folder writable (" + e.getMessage() + ")");
    }
  }

  /**
   * Makes the key of the bot's token, which all processes of the bot have.
   *
   * @param token another one gives other names to all
   */
  static Pseudonyms of(String token) {
    Pseudonyms ofToken = new Pseudonyms(token.getBytes(StandardCharsets.UTF_8));
    return new Pseudonyms(ofToken.hash("people".getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] key(Path file) throws IOException {
    try {
      return make(file);
    } catch (FileAlreadyExistsException e) {
      return check(file, Files.readAllBytes(file));
    }
  }

  private static byte[] make(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      channel.write(ByteBuffer.wrap(key));
    }
    return key;
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] check(Path file, byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new ConfigurationException(
          file
              + " has "
              + key.length
              + " bytes in place of "
              + KEY_BYTES
              + ": delete it; what is in the ledger can then no longer be deleted by those who"
              + " asked");
    }
    return key;
  }

  /** A seal with a key of its own, made of this installation's. */
  RouteSeal seal() {
    return new RouteSeal(
        new SecretKeySpec(hash("ways back".getBytes(StandardCharsets.UTF_8)), "AES"));
  }

  /** What a person is called, for example {@code k7Jr2bQ0q4mVw6yHn1c8Zg}; never the id itself. */
  String of(long id) {
    byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SHOWN_BYTES));
  }

  private byte[] hash(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
