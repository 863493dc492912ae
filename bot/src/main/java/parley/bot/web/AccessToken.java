package parley.bot.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that is asked for. A browser shows that it was given by a cookie computed from it,
 * which does not tell the token. Comparisons take as long however much of a wrong one is right.
 */
final class AccessToken {

  private static final String COOKIE = "parley-access";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SCHEME = "Bearer ";
  private static final Duration COOKIE_LIFE = Duration.ofDays(30);

  private final byte[] token;
  private final byte[] pass;

  AccessToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.pass = pass(this.token);
  }

  private static byte[] pass(byte[] token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token, ALGORITHM));
      byte[] hash = mac.doFinal(COOKIE.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encode(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  boolean isGiven(HttpServletRequest request) {
    return bearer(request).filter(this::isRight).isPresent()
        || cookies(request).anyMatch(value -> isEqual(pass, value));
  }

  boolean isRight(String given) {
    return isEqual(token, given);
  }

  private static boolean isEqual(byte[] right, String given) {
    return MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private static Stream<String> cookies(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue);
  }

  /**
   * The cookie for one who gave the token.
   *
   * @param secure whether they came over TLS
   */
  Cookie cookie(boolean secure) {
    Cookie cookie = new Cookie(COOKIE, new String(pass, StandardCharsets.US_ASCII));
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setPath("/");
    cookie.setMaxAge((int) COOKIE_LIFE.toSeconds());
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
