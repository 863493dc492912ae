package parley.bot.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Chat;
import parley.bot.chat.ConfigurationException;
import parley.bot.report.DigestChannel;

/** Parley in one Slack workspace. */
public final class SlackBot implements AutoCloseable {

  /** Where Slack sends events, commands and clicks to, when it does so over HTTP. */
  public static final String PATH = "/slack/events";

  private static final Logger log = LoggerFactory.getLogger(SlackBot.class);

  /** Before the second try of a call that failed; it doubles from try to try. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** Events taken at once; each is kept in the ledger and acknowledged, no more. */
  private static final int SOCKET_THREADS = 8;

  private final SlackSettings settings;
  private final SlackApi api;
  private final App app;
  private final Chat chat;
  private final Answers answers;
  private volatile @Nullable SocketModeApp socket;
  private volatile boolean started;

  private SlackBot(SlackSettings settings, App app, Chat chat, Answers answers) {
    this.settings = settings;
    this.api = answers.api();
    this.app = app;
    this.chat = chat;
    this.answers = answers;
  }

  /**
   * Learns who the bot is; events come only after {@link #start}.
   *
   * @param chat answers; stays the caller's to close, after this
   * @throws ConfigurationException if Slack does not know the token, or cannot be reached
   */
  public static SlackBot connect(SlackSettings settings, Chat chat) {
    SlackApi api = api(settings);
    BotIdentity self = identity(settings, api);
    log.info("slack: user {} of workspace {}, {}", self.user(), self.team(), settings);
    Answers answers = new Answers(api, settings.helpChannel(), chat.viewer());
    return new SlackBot(
        settings, SlackApp.of(settings, api.slack(), chat, answers, self), chat, answers);
  }

  /**
   * Asks Slack whether it takes the tokens.
   *
   * @return whose they are
   * @throws ConfigurationException if it does not, or cannot be reached
   */
  public static String tryOut(SlackSettings settings) {
    SlackApi api = api(settings);
    BotIdentity self = identity(settings, api);
    if (settings.socketMode()) {
      checkSocket(api, Objects.requireNonNull(settings.appToken(), "app token"));
    }
    return "user " + self.user() + " of workspace " + self.team() + ", " + settings;
  }

  private static SlackApi api(SlackSettings settings) {
    return new SlackApi(settings, FIRST_WAIT, new ChannelPace(ChannelPace.DOCUMENTED));
  }

  private static void checkSocket(SlackApi api, String appToken) {
    try {
      api.checkSocket(appToken);
    } catch (SlackFault e) {
      throw new ConfigurationException(
          "slack opens no socket (" + e.code() + "): see SLACK_APP_TOKEN");
    }
  }

  private static BotIdentity identity(SlackSettings settings, SlackApi api) {
    try {
      return api.identity();
    } catch (SlackFault e) {
      throw new ConfigurationException(
          "slack at "
              + settings.apiUrl()
              + " does not take the bot token ("
              + e.code()
              + "): see SLACK_BOT_TOKEN and SLACK_API_URL");
    }
  }

  /** What to serve at {@link #PATH}; empty in Socket Mode, which needs no address of ours. */
  public Optional<HttpServlet> servlet() {
    return settings.socketMode()
        ? Optional.empty()
        : Optional.of(
            new SlackServlet(app, Objects.requireNonNull(settings.signingSecret(), "secret")));
  }

  /** The channel that gets digests, where one is configured. */
  public Optional<DigestChannel> digestChannel() {
    return Optional.ofNullable(settings.digestChannel())
        .map(channel -> new SlackDigest(api, channel));
  }

  /**
   * Begins to take events: over a socket, which is opened again whenever it breaks, or over HTTP.
   *
   * @throws ConfigurationException if the socket cannot be opened
   */
  public void start() {
    app.start();
    if (settings.socketMode()) {
      openSocket(Objects.requireNonNull(settings.appToken(), "app token"));
    }
    chat.takeUp(Conversation.PLATFORM, (question, route) -> SlackRoute.reply(route, answers));
    started = true;
  }

  /** Whether events reach us; over a socket, that it is open, which takes a moment to find out. */
  public boolean isConnected() {
    SocketModeApp open = socket;
    return started
        && (!settings.socketMode()
            || (open != null && open.getClient() != null && open.getClient().verifyConnection()));
  }

  private void openSocket(String appToken) {
    checkSocket(api, appToken);
    try {
      SocketModeApp opened =
          new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, SOCKET_THREADS);
      opened.startAsync();
      socket = opened;
    } catch (Exception e) {
      throw new ConfigurationException(
          "slack opens no socket (" + e.getMessage() + "): see SLACK_API_URL");
    }
  }

  @Override
  public void close() {
    try {
      SocketModeApp open = socket;
      if (open != null) {
        open.close();
      }
    } catch (Exception e) {
      log.warn("the slack socket did not close: {}", e.getMessage());
    }
    app.stop();
  }
}
