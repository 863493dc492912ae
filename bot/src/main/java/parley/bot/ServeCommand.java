package parley.bot;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.knowledge.KnowledgeBase;
import parley.knowledge.process.ProcessEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Answers on a web page, and in Slack and on Telegram where their tokens are set, until it is stopped.")
final class ServeCommand implements Callable<Integer> {

  private static final int PORT = 8080;
  private static final String LOOPBACK = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on: 8080.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on: this machine's own, 127.0.0.1.")
  private @Nullable String host;

  @Mixin private KnowledgeOptions options = new KnowledgeOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = options.settings();
    Logging.showEvents(settings.get(Setting.PARLEY_LOG).orElse(Logging.PLAIN));
    Telemetry telemetry = Telemetry.of(settings);
    KnowledgeBase knowledge = options.openWatching(telemetry.observations());
    BotServer server = BotServer.start(knowledge, serverSettings(settings), telemetry);
    ModelTrial.begin(knowledge);
    ProcessEnd.close(server::close);
    Thread.currentThread().join();
    return 0;
  }

  private ServerSettings serverSettings(Settings settings) {
    return new ServerSettings(
        options.dataFolder(),
        settings.cluster(),
        host == null ? settings.get(Setting.PARLEY_HOST).orElse(LOOPBACK) : host,
        port == null
            ? settings.get(Setting.PARLEY_PORT).map(ServeCommand::port).orElse(PORT)
            : port,
        settings.chat(),
        settings.web(),
        settings.slack(),
        settings.telegram(),
        new ModelSettings(settings).price());
  }

  private static int port(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "PARLEY_PORT is " + value + ": give a number, such as " + PORT, e);
    }
  }
}
