package parley.bot.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may pass: those who have the token where one is asked for, and no page of another site. */
final class Gate {

  private static final Problem NOT_ALLOWED =
      new Problem(
          401,
          "Not allowed",
          "an access token is asked for: send it as Authorization: Bearer TOKEN",
          Map.of("WWW-Authenticate", "Bearer realm=\"parley\""));

  private static final Problem FOREIGN =
      new Problem(403, "Not allowed", "the request comes from a page of another site");

  private final @Nullable AccessToken token;
  private final @Nullable URI publicUrl;

  /**
   * A gate.
   *
   * @param token null where anybody may pass
   * @param publicUrl where people reach the page, if that is known
   */
  Gate(@Nullable AccessToken token, @Nullable URI publicUrl) {
    this.token = token;
    this.publicUrl = publicUrl;
  }

  /**
   * Lets a request pass.
   *
   * @param open whether what it asks for is for everybody
   * @throws ProblemException if it may not
   */
  void check(Exchange exchange, boolean open) {
    if (!open && token != null && !token.isGiven(exchange.request())) {
      throw new ProblemException(NOT_ALLOWED);
    }
    if (exchange.request().getMethod().equals("POST") && isForeign(exchange)) {
      throw new ProblemException(FOREIGN);
    }
  }

  /** Browsers tell where a request comes from; other clients, which no page can misuse, do not. */
  private boolean isForeign(Exchange exchange) {
    String site = exchange.request().getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = exchange.request().getHeader("Origin");
    return origin != null && !isOurs(origin, exchange.request().getHeader("Host"));
  }

  private boolean isOurs(String origin, @Nullable String host) {
    Optional<String> authority = authority(origin);
    return authority.isPresent()
        && (authority.get().equalsIgnoreCase(host)
            || (publicUrl != null && authority.get().equalsIgnoreCase(publicUrl.getAuthority())));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin.toLowerCase(Locale.ROOT)).getAuthority());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
