package parley.bot;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with the servlets of those who are reached over HTTP. */
final class WebServer implements AutoCloseable {

  private final Server jetty = new Server();
  private final ServerConnector connector;
  private final ServletContextHandler servlets = new ServletContextHandler("/");

  /**
   * Prepares to listen.
   *
   * @param port 0 for any that is free
   */
  WebServer(String host, int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    connector = new ServerConnector(jetty, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    jetty.addConnector(connector);
    jetty.setHandler(servlets);
  }

  /** Serves a path; to be called before {@link #start}. */
  void add(String path, HttpServlet servlet) {
    servlets.addServlet(new ServletHolder(servlet), path);
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
