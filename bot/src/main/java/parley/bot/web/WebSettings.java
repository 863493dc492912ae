package parley.bot.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ConfigurationException;
import parley.bot.chat.ConfigurationSection;

/**
 * How the page is reached, and by whom.
 *
 * @param publicUrl {@code PARLEY_PUBLIC_URL}, where people reach the page: scheme, host and port;
 *     null where that is not known
 * @param accessToken {@code PARLEY_ACCESS_TOKEN}, asked for before anything is shown; null where
 *     anybody may look
 * @param proxies {@code PARLEY_TRUSTED_PROXIES}, those who are believed when they say whom they
 *     speak for
 * @param section what the settings file has under {@link #SECTION}
 */
public record WebSettings(
    @Nullable URI publicUrl,
    @Nullable String accessToken,
    TrustedProxies proxies,
    WebSection section) {

  /** What the settings file has for the page stands under this key. */
  public static final String SECTION = "web";

  /** For this machine alone. */
  public static final WebSettings DEFAULT =
      new WebSettings(null, null, TrustedProxies.of(""), WebSection.DEFAULT);

  /** A shorter token is soon guessed. */
  private static final int SHORTEST_TOKEN = 16;

  public WebSettings {
    if (accessToken != null && accessToken.length() < SHORTEST_TOKEN) {
      throw new ConfigurationException(
          "PARLEY_ACCESS_TOKEN has "
              + accessToken.length()
              + " characters: give it at least "
              + SHORTEST_TOKEN
              + " random ones");
    }
  }

  /**
   * Reads the settings.
   *
   * @param environment names and values, as of environment variables
   * @param section what the settings file has under {@link #SECTION}; may be missing
   * @throws ConfigurationException if something does not fit
   */
  public static WebSettings of(Map<String, String> environment, JsonNode section) {
    return new WebSettings(
        value(environment, "PARLEY_PUBLIC_URL").map(WebSettings::publicUrl).orElse(null),
        value(environment, "PARLEY_ACCESS_TOKEN").orElse(null),
        TrustedProxies.of(value(environment, "PARLEY_TRUSTED_PROXIES").orElse("")),
        section(section));
  }

  /**
   * What the file has for the page, with the defaults.
   *
   * @param section what the settings file has under {@link #SECTION}; may be missing
   * @throws ConfigurationException if the section does not fit
   */
  public static WebSection section(JsonNode section) {
    return ConfigurationSection.read(SECTION, section, WebSection.DEFAULT, WebSection.class);
  }

  private static URI publicUrl(String address) {
    try {
      URI url = URI.create(address);
      if (url.getHost() != null
          && String.valueOf(url.getScheme()).matches("https?")
          && url.getPath().matches("/?")
          && url.getQuery() == null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw unfit(address, e);
    }
    throw unfit(address, null);
  }

  private static ConfigurationException unfit(String address, @Nullable Throwable cause) {
    ConfigurationException unfit =
        new ConfigurationException(
            "PARLEY_PUBLIC_URL is '"
                + address
                + "': give an address without a path, such as https://parley.example.org");
    unfit.initCause(cause);
    return unfit;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "WebSettings[" + publicUrl + (accessToken == null ? "" : ", with a token") + "]";
  }
}
