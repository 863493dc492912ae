package parley.bot.slack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.ConfigurationException;

/**
 * How to reach Slack, and how Slack reaches us.
 *
 * @param botToken {@code SLACK_BOT_TOKEN}, begins with {@code xoxb-}
 * @param signingSecret {@code SLACK_SIGNING_SECRET}, for events over HTTP
 * @param appToken {@code SLACK_APP_TOKEN}, begins with {@code xapp-}, for Socket Mode
 * @param apiUrl {@code SLACK_API_URL}, what the Web API's method names are appended to
 * @param helpChannel {@code SLACK_HELP_CHANNEL}, a channel's id or name
 * @param digestChannel {@code SLACK_DIGEST_CHANNEL}, a channel's id: by its name it could not be
 *     read
 */
public record SlackSettings(
    String botToken,
    @Nullable String signingSecret,
    @Nullable String appToken,
    String apiUrl,
    @Nullable String helpChannel,
    @Nullable String digestChannel) {

  private static final String SLACK = "https://slack.com/api/";

  public SlackSettings {
    if (signingSecret == null && appToken == null) {
      throw new ConfigurationException(
          "SLACK_BOT_TOKEN is set, but nothing says how Slack reaches the bot: set"
              + " SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP");
    }
    if (digestChannel != null && !digestChannel.matches("[CG][A-Z0-9]{6,}")) {
      throw new ConfigurationException(
          "SLACK_DIGEST_CHANNEL is '"
              + digestChannel
              + "': give the channel's id, such as C0123ABCD; in Slack, the channel's name, About");
    }
  }

  /**
   * Reads the settings.
   *
   * @param environment names and values, as of environment variables
   * @return empty where there is no bot token: then Slack is off
   * @throws ConfigurationException if there is one, and the rest does not fit
   */
  public static Optional<SlackSettings> of(Map<String, String> environment) {
    return value(environment, "SLACK_BOT_TOKEN")
        .map(
            token ->
                new SlackSettings(
                    token,
                    value(environment, "SLACK_SIGNING_SECRET").orElse(null),
                    value(environment, "SLACK_APP_TOKEN").orElse(null),
                    apiUrl(value(environment, "SLACK_API_URL").orElse(SLACK)),
                    value(environment, "SLACK_HELP_CHANNEL").orElse(null),
                    value(environment, "SLACK_DIGEST_CHANNEL").orElse(null)));
  }

  /** Whether events come over a socket that we open; an app that has its token wants just that. */
  public boolean socketMode() {
    return appToken != null;
  }

  /** An address without a path gets the one that Slack itself has, {@code /api/}. */
  private static String apiUrl(String address) {
    try {
      URI url = URI.create(address);
      if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
        throw new IllegalArgumentException();
      }
      String path = url.getPath().isEmpty() || url.getPath().equals("/") ? "/api/" : url.getPath();
      return url.resolve(path.endsWith("/") ? path : path + "/").toString();
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "SLACK_API_URL is '" + address + "': give an address such as " + SLACK);
    }
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SlackSettings[" + (socketMode() ? "socket mode" : "http") + ", " + apiUrl + "]";
  }
}
