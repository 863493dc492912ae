package parley.knowledge.generation;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes keys that nobody can guess. */
final class Keys {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final int BYTES = 8;

  private Keys() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
