package parley.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.Json;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/**
 * The whole bot with no platform but the page, on documents of its own: one for all tests that take
 * it as an extension. It believes whoever speaks for another, so that a test can be many visitors.
 */
final class WebBotServer implements BeforeAllCallback, AutoCloseable {

  /** Sentences of a paragraph that is larger than the buffers of a connection. */
  private static final int LONG = 2_000;

  private BotServer server;
  private Path folder;

  static WebBotServer start(Map<String, String> environment, String section) {
    try {
      WebBotServer bot = new WebBotServer();
      bot.open(environment, section);
      return bot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(Map<String, String> environment, String section) throws IOException {
    folder = Files.createTempDirectory("parley-web");
    write(
        "summit.md",
        """
        ---
        title: The summit in Helsinki
        publisher: Nordic Courier
        date: 2026-02-03
        url: https://news.example.org/summit?id=7
        language: en
        ---
        The summit in Helsinki gathers 41 delegations, the Finnish presidency said on Monday.

        ## The agenda

        Ministers will discuss the repair of the harbour of Odesa. The repair of the harbour costs 300 million euros.
        """);
    write(
        "notes.md",
        """
        ---
        title: Notes <script>alert(1)</script> of the clerk
        ---
        The clerk keeps the key of the archive in a drawer, <img src=x onerror=alert(1)> as everybody knows.
        """);
    write(
        "long.md",
        "---\ntitle: A long list\n---\n" + "A very long paragraph of the list. ".repeat(LONG));
    server =
        BotServer.start(
            KnowledgeBase.builder()
                .documents(Collections.singletonList(folder.resolve("documents")))
                .data(folder.resolve("data"))
                .open(),
            new ServerSettings(
                folder.resolve("data"),
                Optional.empty(),
                "127.0.0.1",
                0,
                ChatSettings.DEFAULT,
                WebSettings.of(environment, Json.MAPPER.readTree(section)),
                Optional.empty(),
                Optional.empty()));
  }

  private void write(String name, String text) throws IOException {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(documents.resolve(name), text);
  }

  WebClient client() {
    return new WebClient(port());
  }

  int port() {
    return server.port();
  }

  /** Starts the one for all tests, with the first of them. */
  @Override
  public void beforeAll(ExtensionContext context) {
    WebBotServer shared =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(
                WebBotServer.class,
                type ->
                    start(
                        Map.of("PARLEY_TRUSTED_PROXIES", "127.0.0.1"),
                        "{\"address-a-minute\": 1000, \"all-a-minute\": 5000}"),
                WebBotServer.class);
    server = shared.server;
  }

  @Override
  public void close() {
    server.close();
  }
}
