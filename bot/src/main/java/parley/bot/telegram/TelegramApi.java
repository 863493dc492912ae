package parley.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Telegram's Bot API. Thread-safe; no method blocks. What they give ends with the {@code result} of
 * Telegram's answer, which is missing where the answer could not be read, or with a {@link
 * TelegramFault}.
 *
 * <p>A message whose answer has status 200 counts as sent, whatever the answer is. It needs no
 * closing: its threads end when there is nothing to do.
 */
final class TelegramApi {

  private static final Logger log = LoggerFactory.getLogger(TelegramApi.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Calls under way at once; at 30 a second, each may take two seconds. */
  private static final int AT_ONCE = 64;

  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ScheduledExecutorService timer = newTimer();
  private final TelegramClient client;
  private final Retries retries;
  private final Pacing pacing = new Pacing(timer);

  private TelegramApi(TelegramSettings settings, OkHttpClient http, Duration firstWait) {
    client = new OkHttpTelegramClient(JSON, http, settings.botToken(), url(settings));
    retries = new Retries(firstWait, timer);
  }

  /** For what is answered at once. */
  static TelegramApi of(TelegramSettings settings, Duration firstWait) {
    // a silent second try would send a message twice
    OkHttpClient http = http(settings, PATIENCE).retryOnConnectionFailure(false).build();
    return new TelegramApi(settings, http, firstWait);
  }

  /** For asking for updates, where the answer comes when there are some. */
  static TelegramApi forPolling(TelegramSettings settings, Duration poll) {
    return new TelegramApi(
        settings, http(settings, poll.plus(PATIENCE)).build(), Duration.ofSeconds(1));
  }

  private static OkHttpClient.Builder http(TelegramSettings settings, Duration patience) {
    Dispatcher dispatcher =
        new Dispatcher(
            new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons("telegram")));
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .addInterceptor(new FaultInterceptor(settings.botToken()))
        .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS))
        .readTimeout(patience)
        .callTimeout(patience);
  }

  private static TelegramUrl url(TelegramSettings settings) {
    boolean secure = settings.apiUrl().getScheme().equals("https");
    int port = settings.apiUrl().getPort();
    return TelegramUrl.builder()
        .schema(settings.apiUrl().getScheme())
        .host(settings.apiUrl().getHost())
        .port(port > 0 ? port : secure ? 443 : 80)
        .build();
  }

  private static ScheduledExecutorService newTimer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, daemons("telegram-timer"));
    timer.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs what is due later; not for work that takes long. */
  ScheduledExecutorService timer() {
    return timer;
  }

  /** Calls a method until it succeeds or it is of no use to try again. */
  CompletionStage<JsonNode> call(PartialBotApiMethod<?> method) {
    return retries.call(() -> callOnce(method));
  }

  /**
   * As {@link #call}, of a method that sends or edits a message: each try waits for its turn.
   *
   * @param settingOut is run when the turn has come
   */
  CompletionStage<JsonNode> callInTurn(
      long chat, PartialBotApiMethod<?> method, Runnable settingOut) {
    return retries.call(
        () -> pacing.turn(chat).thenRun(settingOut).thenCompose(turn -> callOnce(method)));
  }

  /** Calls a method once if nothing more important waits; what comes of it is of no interest. */
  void callInPassing(PartialBotApiMethod<?> method) {
    if (pacing.trySpare()) {
      callOnce(method)
          .whenComplete(
              (result, failure) -> {
                if (failure != null) {
                  log.debug("{}; it goes on without", failure.getMessage());
                }
              });
    }
  }

  /** Calls a method once. */
  CompletionStage<JsonNode> callOnce(PartialBotApiMethod<?> method) {
    return begin(method)
        .handle(
            (answer, failure) -> {
              if (failure != null) {
                throw new CompletionException(fault(method, failure));
              }
              return result(method, answer);
            });
  }

  private CompletableFuture<String> begin(PartialBotApiMethod<?> method) {
    try {
      return client.executeAsync(new RawMethod(method));
    } catch (TelegramApiException e) {
      throw new IllegalArgumentException(RawMethod.nameOf(method) + " cannot be called", e);
    }
  }

  private static TelegramFault fault(PartialBotApiMethod<?> method, Throwable failure) {
    return TelegramFault.in(failure)
        .orElseGet(() -> TelegramFault.silence(RawMethod.nameOf(method), failure));
  }

  private static JsonNode result(PartialBotApiMethod<?> method, String answer) {
    JsonNode read = read(method, answer);
    if (read.path("ok").isBoolean() && !read.path("ok").booleanValue()) {
      throw new CompletionException(
          TelegramFault.answered(
              RawMethod.nameOf(method), read.path("error_code").asInt(400), read));
    }
    return read.path("result");
  }

  private static JsonNode read(PartialBotApiMethod<?> method, String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      log.info("the answer to {} cannot be read; it counts as done", RawMethod.nameOf(method));
      return MissingNode.getInstance();
    }
  }
}
