package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ConfigurationException;
import parley.bot.chat.ConfigurationSection;

/**
 * How to reach Telegram, and how Telegram reaches us.
 *
 * @param botToken {@code TELEGRAM_BOT_TOKEN}, as BotFather gives it
 * @param apiUrl {@code TELEGRAM_API_URL}, where the Bot API is: scheme, host and port
 * @param webhookUrl {@code TELEGRAM_WEBHOOK_URL}, where Telegram sends updates to; null where the
 *     bot asks for them
 * @param webhookSecret {@code TELEGRAM_WEBHOOK_SECRET}, proves that updates are Telegram's
 * @param audience who may ask, and how often
 */
public record TelegramSettings(
    String botToken,
    URI apiUrl,
    @Nullable URI webhookUrl,
    @Nullable String webhookSecret,
    TelegramAudience audience) {

  /** What the settings file has for Telegram stands under this key. */
  public static final String SECTION = "telegram";

  private static final String TELEGRAM = "https://api.telegram.org";
  private static final String EXAMPLE = "https://bot.example.org" + TelegramBot.PATH;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");

  /** What Telegram allows; see https://core.telegram.org/bots/api#setwebhook. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  public TelegramSettings {
    if (!TOKEN.matcher(botToken).matches()) {
      throw new ConfigurationException(
          "TELEGRAM_BOT_TOKEN has characters that no token has: copy it from BotFather once more");
    }
    if (webhookUrl != null && webhookSecret == null) {
      throw new ConfigurationException(
          "TELEGRAM_WEBHOOK_URL is set, but nothing would prove that updates are Telegram's: set"
              + " TELEGRAM_WEBHOOK_SECRET to some random letters and digits");
    }
    if (webhookSecret != null && !SECRET.matcher(webhookSecret).matches()) {
      throw new ConfigurationException(
          "TELEGRAM_WEBHOOK_SECRET may have 1 to 256 letters, digits, _ and -: set another");
    }
  }

  /**
   * Reads the settings.
   *
   * @param environment names and values, as of environment variables
   * @param section what the settings file has under {@link #SECTION}; may be missing
   * @return empty where there is no bot token: then Telegram is off
   * @throws ConfigurationException if there is one and the rest does not fit, or if the section
   *     does not
   */
  public static Optional<TelegramSettings> of(Map<String, String> environment, JsonNode section) {
    TelegramAudience audience = audience(section);
    return value(environment, "TELEGRAM_BOT_TOKEN")
        .map(
            token ->
                new TelegramSettings(
                    token,
                    apiUrl(value(environment, "TELEGRAM_API_URL").orElse(TELEGRAM)),
                    value(environment, "TELEGRAM_WEBHOOK_URL")
                        .map(TelegramSettings::webhookUrl)
                        .orElse(null),
                    value(environment, "TELEGRAM_WEBHOOK_SECRET").orElse(null),
                    audience));
  }

  /**
   * Who may ask, and how often.
   *
   * @param section what the settings file has under {@link #SECTION}; may be missing
   * @throws ConfigurationException if the section does not fit
   */
  public static TelegramAudience audience(JsonNode section) {
    return ConfigurationSection.read(
        SECTION, section, TelegramAudience.DEFAULT, TelegramAudience.class);
  }

  private static URI apiUrl(String address) {
    return webAddress(address)
        .filter(url -> url.getPath().matches("/?") && url.getQuery() == null)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "TELEGRAM_API_URL is '"
                        + address
                        + "': give an address without a path, such as "
                        + TELEGRAM));
  }

  /** An address without a path gets ours. */
  private static URI webhookUrl(String address) {
    return webAddress(address)
        .map(url -> url.getPath().matches("/?") ? url.resolve(TelegramBot.PATH) : url)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "TELEGRAM_WEBHOOK_URL is '"
                        + address
                        + "': give an address such as "
                        + EXAMPLE));
  }

  private static Optional<URI> webAddress(String address) {
    try {
      URI url = URI.create(address);
      boolean isWeb = url.getHost() != null && String.valueOf(url.getScheme()).matches("https?");
      return isWeb ? Optional.of(url) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "TelegramSettings["
        + (webhookUrl == null ? "polling" : "webhook " + webhookUrl)
        + ", "
        + apiUrl
        + "]";
  }
}
