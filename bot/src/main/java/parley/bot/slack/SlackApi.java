package parley.bot.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.response.ResponseTypes;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.view.View;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot does in Slack. Thread-safe; the methods block while they wait for Slack, and throw
 * {@link SlackFault} when it is of no use to wait longer.
 */
final class SlackApi {

  private static final Logger log = LoggerFactory.getLogger(SlackApi.class);

  private final Slack slack;
  private final MethodsClient methods;
  private final Retries retries;
  private final ChannelPace pace;

  /** What a workspace does not have is not asked for again. */
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  /**
   * Connects to nothing yet.
   *
   * @param firstWait before the second try of a call that failed; it doubles from try to try
   */
  SlackApi(SlackSettings settings, Duration firstWait, ChannelPace pace) {
    SlackConfig config = config(settings);
    slack = Slack.getInstance(config, httpClient(config));
    methods = slack.methods(settings.botToken());
    retries = new Retries(firstWait);
    this.pace = pace;
  }

  private static SlackConfig config(SlackSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    // These log requests and answers whole, and with them what people wrote.
    config.getHttpClientResponseHandlers().clear();
    config.setStatsEnabled(false);
    return config;
  }

  /** Slack's own, but for its silent second tries, after which a message may be there twice. */
  private static SlackHttpClient httpClient(SlackConfig config) {
    SlackHttpClient client =
        new SlackHttpClient(
            SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build());
    client.setConfig(config);
    return client;
  }

  Slack slack() {
    return slack;
  }

  /** Who the bot is. */
  BotIdentity identity() {
    AuthTestResponse bot = retries.repeat(() -> ask("auth.test", m -> m.authTest(r -> r)));
    return new BotIdentity(bot.getTeamId(), bot.getUserId());
  }

  /** Sees to it that a socket can be opened; each call of it gives an address to use once. */
  void checkSocket(String appToken) {
    retries.repeat(
        () -> ask("apps.connections.open", m -> m.appsConnectionsOpen(r -> r.token(appToken))));
  }

  /** How long a channel is to be left alone before a message is posted there. */
  Duration pause(String channel) {
    return pace.pause(channel);
  }

  /**
   * Waits until a channel takes a message; whoever looks at {@link #pause} before waits for nothing
   * here.
   */
  void awaitTurn(String channel) {
    pace.await(channel);
  }

  /**
   * Posts a message into a thread, once, even where Slack's answer to an earlier try got lost.
   *
   * @return its own timestamp
   */
  String post(String channel, String thread, SlackMessage message) {
    return post(channel, thread, thread, message, false);
  }

  /**
   * The same of a message that may be there already.
   *
   * @param since the timestamp of a message of the thread which that one can only come after
   * @param perhapsThere whether an earlier process may have posted it, or a part of it
   */
  String post(
      String channel, String thread, String since, SlackMessage message, boolean perhapsThere) {
    ThreadPost post = new ThreadPost(this, channel, thread, since, message, perhapsThere);
    return retries.repeat(post::attempt);
  }

  /**
   * Posts a message into a channel, once.
   *
   * @param since none of its posts can be older
   * @param perhapsThere whether an earlier process may have posted it
   */
  void postToChannel(String channel, Instant since, SlackMessage message, boolean perhapsThere) {
    String ts = since.getEpochSecond() + ".000000";
    ThreadPost post = new ThreadPost(this, channel, null, ts, message, perhapsThere);
    retries.repeat(post::attempt);
  }

  /** Puts a message in the place of one that the bot has posted. */
  void replace(String channel, String ts, SlackMessage message) {
    retries.repeat(() -> replaceOnce(channel, ts, message));
  }

  /** The same with one try. */
  ChatUpdateResponse replaceOnce(String channel, String ts, SlackMessage message) {
    return ask(
        "chat.update",
        m ->
            m.chatUpdate(
                r -> r.channel(channel).ts(ts).text(message.text()).blocks(message.blocks())));
  }

  /** Posts what only one person sees. */
  void postTo(String person, String channel, @Nullable String thread, SlackMessage message) {
    retries.repeatUnlessUnanswered(
        () ->
            ask(
                "chat.postEphemeral",
                m ->
                    m.chatPostEphemeral(
                        r ->
                            r.channel(channel)
                                .user(person)
                                .threadTs(thread)
                                .text(message.text())
                                .blocks(message.blocks()))));
  }

  /** Tells one person something by the address that came with their command or click. */
  void tell(String url, SlackMessage message) {
    respond(url, response(ResponseTypes.ephemeral, message));
  }

  /** Shows a message to a whole channel by such an address. */
  void tellAll(String url, String channel, SlackMessage message) {
    awaitTurn(channel);
    respond(url, response(ResponseTypes.inChannel, message));
  }

  /** Takes away the message that was clicked on. */
  void takeAway(String url) {
    respond(url, ActionResponse.builder().deleteOriginal(true).build());
  }

  private static ActionResponse response(String type, SlackMessage message) {
    return ActionResponse.builder()
        .responseType(type)
        .replaceOriginal(false)
        .text(message.text())
        .blocks(message.blocks())
        .build();
  }

  private void respond(String url, ActionResponse response) {
    retries.repeatUnlessUnanswered(() -> respondOnce(url, response));
  }

  private int respondOnce(String url, ActionResponse response) {
    try (Response answer = slack.getHttpClient().postJsonBody(url, response)) {
      if (!answer.isSuccessful()) {
        throw SlackFault.status(
            "response_url", answer.code(), answer.header("Retry-After"), answer.body().string());
      }
      return answer.code();
    } catch (IOException e) {
      throw SlackFault.silence("response_url", e);
    }
  }

  /** Opens a modal; what allows it is worth nothing after three seconds, so there is one try. */
  void open(String triggerId, View view) {
    ask("views.open", m -> m.viewsOpen(r -> r.triggerId(triggerId).view(view)));
  }

  /** Shows under a thread that the bot is at work, until it posts there or two minutes are over. */
  void showStatus(String channel, String thread, String status) {
    tryOnce(
        "assistant.threads.setStatus",
        m ->
            m.assistantThreadsSetStatus(r -> r.channelId(channel).threadTs(thread).status(status)));
  }

  /**
   * Offers questions in the assistant pane. Without a thread: with one, an app that has the agent
   * view gets no error and shows nothing.
   */
  void suggest(String channel, String title, List<SuggestedPrompt> prompts) {
    tryOnce(
        "assistant.threads.setSuggestedPrompts",
        m ->
            m.assistantThreadsSetSuggestedPrompts(
                r -> r.channelId(channel).title(title).prompts(prompts)));
  }

  private <T extends SlackApiTextResponse> void tryOnce(String method, Call<T> call) {
    if (missing.contains(method)) {
      return;
    }
    try {
      ask(method, call);
    } catch (SlackFault e) {
      if (e.isOfTheWorkspace()) {
        missing.add(method);
      }
      log.info("{}; it goes on without", e.getMessage());
    }
  }

  /** Calls once. */
  <T extends SlackApiTextResponse> T ask(String method, Call<T> call) {
    try {
      T response = call.by(methods);
      if (!response.isOk()) {
        throw SlackFault.answered(method, response.getError());
      }
      return response;
    } catch (SlackApiException e) {
      throw SlackFault.status(method, e);
    } catch (IOException | JsonParseException e) {
      throw SlackFault.silence(method, e);
    }
  }

  /** A method of the Web API. */
  interface Call<T extends SlackApiTextResponse> {
    T by(MethodsClient methods) throws IOException, SlackApiException;
  }
}
