package parley.bot;

import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bot.chat.Chat;
import parley.bot.chat.KnowledgeAnswers;
import parley.bot.chat.Viewer;
import parley.bot.ledger.Ledger;
import parley.bot.report.WeeklyDigest;
import parley.bot.slack.SlackBot;
import parley.bot.telegram.TelegramBot;
import parley.bot.web.Readiness;
import parley.bot.web.WebBot;
import parley.knowledge.KnowledgeBase;

/**
 * The bot at work: documents, ledger, web server, and the platforms that are switched on.
 *
 * <pre>{@code
 * BotServer server = BotServer.start(knowledge, settings);
 * ProcessEnd.close(server::close);
 * }</pre>
 *
 * <p>It runs on threads of its own until it is closed.
 */
public final class BotServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BotServer.class);

  /** What was opened, the last first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private final WebServer web;
  private final Telemetry telemetry;
  private final Readiness readiness = new Readiness();

  private BotServer(ServerSettings settings, Telemetry telemetry) {
    this.telemetry = telemetry;
    web = new WebServer(settings.host(), settings.port());
  }

  /**
   * Opens everything and begins to answer.
   *
   * @param knowledge what it answers from; closed with the server
   * @throws IOException if the port cannot be listened on
   * @throws parley.bot.chat.ConfigurationException if a platform cannot be reached as configured
   * @throws parley.bot.ledger.LedgerException if the data folder cannot be used
   */
  public static BotServer start(KnowledgeBase knowledge, ServerSettings settings)
      throws IOException {
    return start(knowledge, settings, Telemetry.withoutTraces());
  }

  /**
   * The same.
   *
   * @param telemetry hears of its work; closed with the server
   */
  static BotServer start(KnowledgeBase knowledge, ServerSettings settings, Telemetry telemetry)
      throws IOException {
    BotServer server = new BotServer(settings, telemetry);
    try {
      server.open(knowledge, settings);
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void open(KnowledgeBase knowledge, ServerSettings settings) throws IOException {
    keep(telemetry);
    keep(knowledge);
    keep(DataLock.of(settings.data()));
    LedgerPlace place = new LedgerPlace(settings.data(), settings.cluster());
    Ledger ledger = keep(place.open());
    Viewer viewer = Viewer.at(settings.web().publicUrl());
    Chat chat =
        keep(
            new Chat(
                new KnowledgeAnswers(knowledge),
                ledger,
                settings.chat(),
                viewer,
                telemetry.instruments()));
    readiness.add("documents", () -> !knowledge.sources().isEmpty());
    readiness.add("ledger", () -> ledger.end("").isEmpty());
    Optional<SlackBot> slack = settings.slack().map(s -> keep(SlackBot.connect(s, chat)));
    slack.flatMap(SlackBot::servlet).ifPresent(servlet -> web.addReader(SlackBot.PATH, servlet));
    Optional<TelegramBot> telegram =
        settings
            .telegram()
            .map(t -> keep(TelegramBot.connect(t, chat, settings.data(), place.isShared())));
    telegram
        .flatMap(TelegramBot::servlet)
        .ifPresent(servlet -> web.addReader(TelegramBot.PATH, servlet));
    WebBot page = new WebBot(settings.web(), chat, telemetry.figures(), readiness);
    web.add(WebBot.PATH, page.servlet());
    slack.ifPresent(bot -> readiness.add("slack", bot::isConnected));
    telegram.ifPresent(bot -> readiness.add("telegram", bot::isConnected));
    measure(web);
    KnowledgeFigures.show(knowledge, telemetry.figures());
    keep(web).start();
    page.start();
    slack.ifPresent(SlackBot::start);
    telegram.ifPresent(TelegramBot::start);
    slack
        .flatMap(SlackBot::digestChannel)
        .ifPresent(
            channel ->
                keep(WeeklyDigest.start(ledger, chat, knowledge, settings.modelPrice(), channel)));
    announce(settings);
  }

  private void measure(WebServer web) {
    PrometheusMeterRegistry registry = telemetry.figures();
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new JettyServerThreadPoolMetrics(web.threads(), List.of()).bindTo(registry);
  }

  private void announce(ServerSettings settings) {
    log.info("listening on http://{}:{}/", WebServer.inAddress(settings.host()), port());
    if (!WebServer.isLoopback(settings.host()) && settings.web().accessToken() == null) {
      log.warn(
          "anybody who reaches {} may ask and read the documents: set PARLEY_ACCESS_TOKEN to ask"
              + " for a token",
          settings.host());
    }
  }

  private <T extends AutoCloseable> T keep(T opened) {
    open.push(opened);
    return opened;
  }

  /** The port it listens on. */
  public int port() {
    return web.port();
  }

  /** Stops taking events, finishes what is under way, and closes everything. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      log.warn("{} did not close: {}", opened.getClass().getSimpleName(), e.getMessage());
    }
  }
}
