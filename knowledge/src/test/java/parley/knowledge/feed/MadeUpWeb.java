package parley.knowledge.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on this machine, for tests: pages with versions, by their paths. */
public final class MadeUpWeb implements AutoCloseable {

  private record Page(int status, String type, String body, String location) {}

  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public MadeUpWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Page page =
        pages.getOrDefault(
            exchange.getRequestURI().getPath(), new Page(404, "text/plain", "none", ""));
    String etag = "\"" + page.body().hashCode() + "\"";
    boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    int status = known ? 304 : page.status();
    requests.add(status + " " + exchange.getRequestURI().getPath());
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.getResponseHeaders().set("ETag", etag);
    if (!page.location().isEmpty()) {
      exchange.getResponseHeaders().set("Location", page.location());
    }
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, known ? -1 : body.length);
      if (!known) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Serves a page and returns its address. */
  public String page(String path, String type, String body) {
    pages.put(path, new Page(200, type, body, ""));
    return address(path);
  }

  String redirect(String path, String location) {
    pages.put(path, new Page(302, "text/plain", "", location));
    return address(path);
  }

  String failure(String path, int status) {
    pages.put(path, new Page(status, "text/plain", "", ""));
    return address(path);
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Status and path of each request since the last call. */
  List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
