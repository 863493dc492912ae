package parley.bot;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with the servlets of those who are reached over HTTP. */
final class WebServer implements AutoCloseable {

  /** No request of the page holds one while it waits; Slack's and Telegram's do for a moment. */
  private static final int MOST_THREADS = 64;

  /** Who neither sends nor reads for so long is cut off. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** The address of a page that shows a quote in an alphabet of two bytes is long. */
  private static final int MOST_HEADER_BYTES = 16 << 10;

  /** More of a body comes to its servlet as it arrives. */
  private static final long MOST_EARLY_BYTES = 1 << 20;

  private final QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
  private final Server jetty = new Server(threads);
  private final ServerConnector connector;
  private final ServletContextHandler servlets = new ServletContextHandler("/");
  private final EagerContentHandler early =
      new EagerContentHandler(new RetainedContentLoaderFactory(MOST_EARLY_BYTES, -1, false));

  /**
   * Prepares to listen.
   *
   * @param port 0 for any that is free
   */
  WebServer(String host, int port) {
    threads.setName("web");
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
    connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    jetty.addConnector(connector);
    early.setHandler(servlets);
    jetty.setHandler(early);
    jetty.setErrorHandler(new PlainErrors());
    servlets.setErrorHandler(new PlainErrors());
  }

  /** Whether only this machine reaches an address to listen on. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.matches("\\[?(?:0{0,4}:){2,7}0{0,3}1\\]?");
  }

  /** An address to listen on, as it stands in an address of the web. */
  static String inAddress(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  QueuedThreadPool threads() {
    return threads;
  }

  /** Serves a path; to be called before {@link #start}. */
  void add(String path, HttpServlet servlet) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    servlets.addServlet(holder, path);
  }

  /**
   * The same for a servlet that waits for the bodies it reads: it has them at once, while no thread
   * waits for a slow sender.
   */
  void addReader(String path, HttpServlet servlet) {
    add(path, servlet);
    early.includePath(path);
  }

  /**
   * Begins to listen.
   *
   * @throws IOException if the port is taken, or cannot be listened on for another reason
   */
  void start() throws IOException {
    try {
      jetty.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(
          "the web server does not start: " + e.getMessage() + "; give another --port or --host",
          e);
    }
  }

  /** The port it listens on. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not stop", e);
    }
  }
}
