package parley.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import parley.bot.chat.Chat;
import parley.bot.chat.ConfigurationException;
import parley.bot.chat.Election;
import parley.bot.chat.Rates;

/** Parley on Telegram. */
public final class TelegramBot implements AutoCloseable {

  /** Where Telegram sends updates to, when it does so. */
  public static final String PATH = "/telegram/webhook";

  private static final Logger log = LoggerFactory.getLogger(TelegramBot.class);

  /** Before the second try of a call that failed; it doubles from try to try. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  private static final Duration BETWEEN_WATCHES = Duration.ofSeconds(30);

  /** What is typed gives a question for each few letters. */
  private static final int INLINE_FACTOR = 6;

  private final TelegramSettings settings;
  private final TelegramApi api;
  private final Chat chat;
  private final UpdateHandler updates;
  private final Replies replies;
  private volatile @Nullable Polling polling;
  private volatile boolean webhookTaken;
  private @Nullable Future<?> watch;
  private @Nullable Election election;

  private TelegramBot(
      TelegramSettings settings,
      TelegramApi api,
      Chat chat,
      Replies replies,
      UpdateHandler updates) {
    this.replies = replies;
    this.settings = settings;
    this.api = api;
    this.chat = chat;
    this.updates = updates;
  }

  /**
   * What a person is called in the ledger.
   *
   * @param id Telegram's
   * @param data the folder that holds the key
   * @throws parley.bot.chat.ConfigurationException if the key cannot be read
   */
  public static String nameOf(long id, Path data) {
    return Pseudonyms.in(data).of(id);
  }

  /**
   * The same, where several processes share the ledger.
   *
   * @param token the bot's
   * @throws parley.bot.chat.ConfigurationException if there is no token
   */
  public static String nameOf(long id, String token) {
    if (token.isBlank()) {
      throw new ConfigurationException(
          "people are called by what TELEGRAM_BOT_TOKEN makes of their ids: set it as for serve");
    }
    return Pseudonyms.of(token).of(id);
  }

  /**
   * Learns who the bot is; updates come only after {@link #start}.
   *
   * @param chat answers; stays the caller's to close, after this
   * @param data the folder for what people are called by
   * @param shared whether several processes share the ledger: people then have the same names in
   *     all of them, whatever folder each has
   * @throws ConfigurationException if Telegram does not know the token, or cannot be reached, or
   *     the folder cannot be used
   */
  public static TelegramBot connect(
      TelegramSettings settings, Chat chat, Path data, boolean shared) {
    TelegramApi api = TelegramApi.of(settings, FIRST_WAIT);
    Pseudonyms pseudonyms = shared ? Pseudonyms.of(settings.botToken()) : Pseudonyms.in(data);
    BotIdentity self = identity(settings, api);
    log.info("telegram: @{}, {}", self.name(), settings);
    limit(chat, settings.audience().limits());
    Replies replies =
        new Replies(api, new Messenger(api), new AskedMessages(), chat.viewer(), pseudonyms.seal());
    return new TelegramBot(
        settings, api, chat, replies, handler(settings, api, chat, self, pseudonyms, replies));
  }

  /**
   * Asks Telegram whether it takes the token, and whether it reaches the webhook if there is one.
   *
   * @return whose the token is, and what Telegram complains of, if anything
   * @throws ConfigurationException if it does not take the token, or cannot be reached
   */
  public static TelegramTrial tryOut(TelegramSettings settings) {
    TelegramApi api = TelegramApi.of(settings, FIRST_WAIT);
    BotIdentity self = identity(settings, api);
    try {
      return TelegramTrial.of(self, settings, await(api.call(new GetWebhookInfo())));
    } catch (TelegramFault e) {
      throw new ConfigurationException(
          "telegram does not tell of its webhook (" + e.description() + "): try again");
    }
  }

  private static void limit(Chat chat, TelegramLimits limits) {
    chat.limit(Asker.PLATFORM, limits.rates());
    chat.limit(
        InlineHandler.PLATFORM,
        new Rates(
            INLINE_FACTOR * limits.personAMinute(),
            INLINE_FACTOR * limits.personAMinute(),
            limits.botAMinute()));
  }

  private static BotIdentity identity(TelegramSettings settings, TelegramApi api) {
    try {
      return BotIdentity.of(await(api.call(new GetMe())));
    } catch (TelegramFault e) {
      String where = "telegram at " + settings.apiUrl();
      throw new ConfigurationException(
          e.isUnknownToken()
              ? where
                  + " does not take the bot token ("
                  + e.description()
                  + "): see TELEGRAM_BOT_TOKEN and TELEGRAM_API_URL"
              : where + " cannot be reached (" + e.description() + "): see TELEGRAM_API_URL");
    }
  }

  private static JsonNode await(CompletionStage<JsonNode> call) throws TelegramFault {
    try {
      return call.toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw TelegramFault.in(e.getCause()).orElseGet(() -> TelegramFault.silence("a call", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TelegramFault.silence("a call", e);
    }
  }

  static UpdateHandler handler(
      TelegramSettings settings,
      TelegramApi api,
      Chat chat,
      BotIdentity self,
      Pseudonyms pseudonyms,
      Replies replies) {
    TelegramAudience audience = settings.audience();
    Askers askers = new Askers(pseudonyms, chat.people(), self);
    Asking asking = new Asking(chat, replies, self);
    Speaker speaker = new Speaker(chat, replies.messenger());
    CommandHandler commands = new CommandHandler(chat, self, speaker, replies.asked());
    return new UpdateHandler(
        new MessageHandler(self, askers, audience, asking, commands, speaker, chat, replies),
        new ButtonHandler(chat, api, askers, audience, asking, speaker),
        new InlineHandler(chat, api, askers, asking, self, audience));
  }

  /** What to serve at {@link #PATH}; empty where the bot asks for updates. */
  public Optional<HttpServlet> servlet() {
    return Optional.ofNullable(settings.webhookUrl())
        .map(
            url ->
                new WebhookServlet(
                    Objects.requireNonNull(settings.webhookSecret(), "secret"), updates::handle));
  }

  /**
   * Begins to take updates.
   *
   * @throws ConfigurationException if Telegram does not take the webhook's address
   */
  public void start() {
    URI webhook = settings.webhookUrl();
    if (webhook == null) {
      poll();
    } else {
      setWebhook(webhook);
    }
    registerCommands();
    chat.takeUp(Asker.PLATFORM, replies::reply);
    // so that whoever says hello does not wait for them
    chat.post("starters", () -> chat.starters(""));
  }

  /** Whether updates reach us: Telegram took the webhook, or answers when it is asked. */
  public boolean isConnected() {
    Polling asking = polling;
    return asking == null ? webhookTaken : asking.isConnected();
  }

  private void poll() {
    Election elected = chat.stand("telegram-polling");
    election = elected;
    Polling started =
        new Polling(
            PollingCalls.of(settings), updates::handle, PollingCalls.TIMES, elected::isElected);
    started.start();
    polling = started;
    watch =
        api.timer()
            .scheduleWithFixedDelay(
                started::watch,
                BETWEEN_WATCHES.toSeconds(),
                BETWEEN_WATCHES.toSeconds(),
                TimeUnit.SECONDS);
  }

  private void setWebhook(URI url) {
    try {
      await(
          api.call(
              SetWebhook.builder()
                  .url(url.toString())
                  .secretToken(settings.webhookSecret())
                  .allowedUpdates(UpdateHandler.KINDS)
                  .build()));
      webhookTaken = true;
    } catch (TelegramFault e) {
      throw new ConfigurationException(
          "telegram does not take the webhook "
              + url
              + " ("
              + e.description()
              + "): see TELEGRAM_WEBHOOK_URL");
    }
  }

  /** One after the other, until one fails: people can do without. */
  private void registerCommands() {
    CompletionStage<JsonNode> registered = CompletableFuture.completedStage(null);
    for (SetMyCommands commands : Commands.registrations()) {
      registered = registered.thenCompose(done -> api.call(commands));
    }
    registered.whenComplete(
        (done, failure) ->
            TelegramFault.in(failure)
                .ifPresent(
                    fault -> log.info("the commands are not listed: {}", fault.getMessage())));
  }

  /** Takes no more updates; what is under way is the chat's to finish. */
  @Override
  public void close() {
    if (watch != null) {
      watch.cancel(false);
    }
    Polling asking = polling;
    if (asking != null) {
      asking.close();
    }
    if (election != null) {
      election.close();
    }
  }
}
