package parley.bot.telegram;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ways back to people so that the ledger does not tell who they are: encrypted with a key
 * of this installation (AES-GCM, NIST SP 800-38D). Thread-safe.
 */
final class RouteSeal {

  private static final Logger log = LoggerFactory.getLogger(RouteSeal.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  /**
   * A seal.
   *
   * @param key of 16 or 32 bytes, for AES
   */
  RouteSeal(SecretKey key) {
    this.key = key;
  }

  /** The route, unreadable. */
  String seal(TelegramRoute route) {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      RANDOM.nextBytes(nonce);
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(JSON.writeValueAsBytes(route));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no " + CIPHER, e);
    }
  }

  /** The route that was sealed; empty if that was with another key, or it was altered. */
  Optional<TelegramRoute> open(String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII));
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE,
          key,
          new GCMParameterSpec(TAG_BITS, Arrays.copyOf(bytes, NONCE_BYTES)));
      byte[] route = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(JSON.readValue(route, TelegramRoute.class));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      log.warn("a way back that was kept cannot be read: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
