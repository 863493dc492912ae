package parley.bot;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The bot in a process of its own, which can be killed and started again. */
final class BotProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Map<String, String> settings;
  private final int port;
  private Process process;

  /**
   * Starts nothing yet.
   *
   * @param folder for data, configuration and log
   */
  BotProcess(Path folder, ChaoticPlatforms platforms) throws IOException {
    this(
        folder,
        Map.of(
            "SLACK_BOT_TOKEN", SlackBotServer.TOKEN,
            "SLACK_SIGNING_SECRET", SlackBotServer.SECRET,
            "SLACK_API_URL", platforms.url(),
            "TELEGRAM_BOT_TOKEN", MadeUpTelegram.TOKEN,
            "TELEGRAM_API_URL", platforms.url()));
  }

  /**
   * The same in Slack alone.
   *
   * @param documents what it answers from
   */
  BotProcess(Path folder, MadeUpSlack slack, Path documents) throws IOException {
    this(
        folder,
        Map.of(
            "PARLEY_DOCUMENTS",
            documents.toString(),
            "SLACK_BOT_TOKEN",
            SlackBotServer.TOKEN,
            "SLACK_SIGNING_SECRET",
            SlackBotServer.SECRET,
            "SLACK_API_URL",
            slack.url()));
  }

  private BotProcess(Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Starts it with a few more settings, and waits until it listens. */
  void start(Map<String, String> environment) throws IOException {
    start(environment, PATIENCE);
  }

  /** The same for one that may take longer, since it has to read documents first. */
  void start(Map<String, String> environment, Duration patience) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("parley.yaml"),
            """
            limits:
              {person-a-minute: 100000, chat-a-minute: 100000, workspace-a-minute: 100000, waiting: 100000}
            web: {address-a-minute: 100000, all-a-minute: 100000}
            telegram:
              limits: {person-a-minute: 100000, chat-a-minute: 100000, bot-a-minute: 100000}
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
            tool("java"),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Parley.class.getName(),
            "serve",
            "--port",
            Integer.toString(port),
            "--data",
            data().toString(),
            "--config",
            config.toString());
    builder.environment().putAll(settings);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    process = builder.start();
    await().atMost(patience).until(this::isListening);
  }

  private boolean isListening() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the bot did not start: " + log());
    }
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** As SIGKILL does it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As a service manager stops it. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the bot does not end: " + process.pid());
    }
  }

  /**
   * The environment in which the bot's clock goes wrong, where libfaketime is installed. Waits go
   * by the clock that is right, as on a machine whose time is set; libfaketime's mend for an old
   * fault of glibc's would end them at once, over and over.
   */
  static Optional<Map<String, String>> clockOffBy(Duration time) {
    return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
        .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketimeMT.so.1"))
        .filter(Files::exists)
        .findFirst()
        .map(
            library ->
                Map.of(
                    "LD_PRELOAD",
                    library.toString(),
                    "FAKETIME",
                    "%+d".formatted(time.toSeconds()),
                    "FAKETIME_DONT_FAKE_MONOTONIC",
                    "1",
                    "FAKETIME_FORCE_MONOTONIC_FIX",
                    "0"));
  }

  /**
   * From now on nothing can be written to a file beyond a position, by the kernel's limit on the
   * size of files (setrlimit(2), RLIMIT_FSIZE).
   *
   * @param bytes 0 lets nothing be written at all
   */
  void fillDisk(long bytes) {
    run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited");
  }

  /** Files may grow again. */
  void freeDisk() {
    run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:unlimited");
  }

  /** Bytes of the heap that are in use after its garbage was collected. */
  long heap() {
    String pid = Long.toString(process.pid());
    run(tool("jcmd"), pid, "GC.run");
    return run(tool("jcmd"), pid, "GC.heap_info")
        .lines()
        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
        .filter(line -> line.matches(".*total \\d+K, used \\d+K.*"))
        .mapToLong(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")) << 10)
        .sum();
  }

  /** How many threads it has. */
  long threads() {
    return entries("task").size();
  }

  /** What its open files and connections are, as the kernel names them. */
  List<String> open() {
    return entries("fd").stream().map(BotProcess::target).toList();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  private List<Path> entries(String kind) {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(process.pid()), kind))) {
      return entries.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String run(String... command) {
    try {
      Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (run.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
