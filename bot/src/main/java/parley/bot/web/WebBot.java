package parley.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.bot.chat.Chat;

/** Parley in a browser, and over HTTP. */
public final class WebBot {

  /** All that no other platform takes. */
  public static final String PATH = "/*";

  /** How a problem is told; see RFC 9457. */
  public static final String PROBLEM_TYPE = Problem.TYPE;

  /** As Prometheus reads it. */
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final WebSettings settings;
  private final Chat chat;
  private final PrometheusMeterRegistry registry;
  private final Readiness readiness;

  /**
   * Prepares the page.
   *
   * @param chat answers; stays the caller's to close
   * @param registry what is shown at {@code /metrics}
   * @param readiness what is shown at {@code /readyz}
   */
  public WebBot(
      WebSettings settings, Chat chat, PrometheusMeterRegistry registry, Readiness readiness) {
    this.settings = settings;
    this.chat = chat;
    this.registry = registry;
    this.readiness = readiness;
  }

  /** What every answer is sent with. */
  public static Map<String, String> securityHeaders() {
    return SecurityHeaders.ALL;
  }

  /**
   * A problem as JSON.
   *
   * @param status of HTTP
   * @param title what it is called
   */
  public static String problem(int status, String title) {
    return new Problem(status, title, "the request cannot be understood: see /api").json();
  }

  /** What to serve at {@link #PATH}. */
  public HttpServlet servlet() {
    chat.limit(Asking.PLATFORM, settings.section().rates());
    StaticFiles files = new StaticFiles();
    Pages pages = new Pages(files);
    Visitors visitors = new Visitors(settings.proxies());
    AccessToken token =
        Optional.ofNullable(settings.accessToken()).map(AccessToken::new).orElse(null);
    OpenRequests open = new OpenRequests(settings.section());
    Gauge.builder("parley.requests.open", open, OpenRequests::count).register(registry);
    List<Route> routes = new ArrayList<>(api(new Asking(chat, visitors, open)));
    routes.addAll(pages(pages, new Asking(chat, visitors, open), files));
    routes.addAll(forOperators());
    routes.addAll(login(pages, token, visitors));
    return new FrontServlet(
        List.copyOf(routes), new Gate(token, settings.publicUrl()), pages, registry);
  }

  /** Looks for questions to begin with, so that the first visitor does not wait for them. */
  public void start() {
    chat.post(Asking.PLATFORM, () -> chat.starters(Asking.PLATFORM));
  }

  private List<Route> api(Asking asking) {
    DocumentsApi documents = new DocumentsApi(chat);
    ShareApi share = new ShareApi(chat, settings.section().shareTime());
    String description = new String(StaticFiles.bytes("openapi.json"), UTF_8);
    return List.of(
        Route.get("/api", exchange -> exchange.json(description)),
        Route.post("/api/ask", new AskApi(asking)::ask),
        Route.get("/api/search", new SearchApi(asking)::search),
        Route.get("/api/documents", documents::list),
        Route.get("/api/documents/{id}", documents::one),
        Route.get("/api/document", documents::one),
        Route.post("/api/answers/{id}/share", share::share));
  }

  private List<Route> pages(Pages pages, Asking asking, StaticFiles files) {
    DocumentPages documents = new DocumentPages(pages, chat);
    return List.of(
        Route.get("/", new AskPage(pages, asking)::show),
        Route.get("/documents", documents::list),
        Route.get("/documents/{id}", documents::view),
        Route.get("/document", documents::view),
        Route.get("/a/{token}", new SharedPage(pages, chat)::show),
        Route.get("/assets/{name}", files::serve).forAll());
  }

  private List<Route> forOperators() {
    return List.of(
        Route.get("/healthz", exchange -> exchange.send(200, "text/plain", "ok\n")).forAll(),
        Route.get("/readyz", readiness::serve).forAll(),
        Route.get("/metrics", exchange -> exchange.send(200, METRICS, registry.scrape())));
  }

  private List<Route> login(Pages pages, @Nullable AccessToken token, Visitors visitors) {
    if (token == null) {
      return List.of();
    }
    boolean secure =
        Optional.ofNullable(settings.publicUrl())
            .map(URI::getScheme)
            .filter("https"::equals)
            .isPresent();
    LoginPage login = new LoginPage(pages, token, visitors, secure);
    return List.of(Route.post("/login", login::login).forAll());
  }
}
