package parley.knowledge.document;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Lets through addresses that are safe to link to. */
final class WebAddress {

  private WebAddress() {}

  /** The address if it is an absolute one of http or https, or else null. */
  static @Nullable String of(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? uri.toASCIIString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
