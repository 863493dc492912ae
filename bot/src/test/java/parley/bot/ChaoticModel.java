package parley.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server that speaks as OpenAI does, on a bad day: of ten answers one never comes, one stops
 * halfway, one breaks off halfway, and one is a 500.
 */
final class ChaoticModel implements AutoCloseable {

  private static final String FIRST =
      "Secretary of State Marco Rubio was at first to have led the US delegation to Paris [1].";

  private static final String REST =
      " Steve Witkoff and Jared Kushner will represent the United States [1].";

  private static final String CHUNK =
      """
      data: {"id":"c1","object":"chat.completion.chunk","created":1767700000,"model":"m",\
      "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}

      """;

  private final Random random;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  ChaoticModel(long seed) throws IOException {
    random = new Random(seed);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What lets the bot ask it. */
  Map<String, String> environment() {
    return Map.of(
        "PARLEY_MODEL", "openai:m",
        "PARLEY_MODEL_SECONDS", "2",
        "OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      int luck = luck();
      if (luck == 0) {
        hang();
      } else if (luck == 1) {
        exchange.sendResponseHeaders(500, -1);
      } else {
        write(exchange, luck);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(HttpExchange exchange, int luck) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, luck == 2 ? 100_000 : 0); // of a length that never comes
    OutputStream out = exchange.getResponseBody();
    say(out, CHUNK.formatted("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    say(out, CHUNK.formatted("{\"content\":\"" + FIRST + " Steve\"}", "null"));
    if (luck == 2) {
      return;
    }
    if (luck == 3) {
      hang();
      return;
    }
    pause();
    say(out, CHUNK.formatted("{\"content\":\"" + REST.substring(6) + "\"}", "null"));
    say(out, CHUNK.formatted("{}", "\"stop\""));
    say(out, "data: [DONE]\n\n");
  }

  private static void say(OutputStream out, String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private synchronized int luck() {
    return random.nextInt(10);
  }

  private void hang() throws InterruptedException {
    end.await(30, TimeUnit.SECONDS);
  }

  private void pause() throws InterruptedException {
    end.await(700, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
