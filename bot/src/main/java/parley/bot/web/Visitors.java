package parley.bot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What those who ask are called: a code of their address, computed with a key that dies with the
 * process. Their limits hold by it, and nobody can tell an address from the ledger. Thread-safe.
 */
final class Visitors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 12;

  /** Of IPv6, what a single household or machine is given. */
  private static final int HOUSEHOLD_BYTES = 8;

  private final TrustedProxies proxies;
  private final SecretKeySpec key;

  Visitors(TrustedProxies proxies) {
    this.proxies = proxies;
    byte[] random = new byte[KEY_BYTES];
    RANDOM.nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  /** What the one who sent a request is called. */
  String name(HttpServletRequest request) {
    InetAddress peer = AddressRange.address(request.getRemoteAddr()).orElseThrow();
    byte[] address =
        proxies.client(peer, Collections.list(request.getHeaders("X-Forwarded-For"))).getAddress();
    return code(
        address.length > HOUSEHOLD_BYTES ? Arrays.copyOf(address, HOUSEHOLD_BYTES) : address);
  }

  /** Whether the one at the other end says truly that people came to it over TLS. */
  boolean cameSecurely(HttpServletRequest request) {
    boolean told = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    return request.isSecure()
        || (told && proxies.trust(AddressRange.address(request.getRemoteAddr()).orElseThrow()));
  }

  private String code(byte[] address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = Arrays.copyOf(mac.doFinal(address), SHOWN_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
