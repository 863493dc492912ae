package parley.bot.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes every request that is nobody else's, and hands it to its route if it may pass. */
final class FrontServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient List<Route> routes;
  private final transient Gate gate;
  private final transient ProblemWriter problems;
  private final transient MeterRegistry registry;

  FrontServlet(List<Route> routes, Gate gate, ProblemWriter problems, MeterRegistry registry) {
    this.routes = routes;
    this.gate = gate;
    this.problems = problems;
    this.registry = registry;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    SecurityHeaders.add(response);
    Optional<Route> route = route(request);
    List<String> groups =
        route.flatMap(found -> found.match(request.getPathInfo())).orElse(List.of());
    Exchange exchange =
        new Exchange(request, response, groups, problems, status -> count(route, status));
    try {
      gate.check(exchange, route.map(Route::open).orElse(false));
      route.orElseThrow(() -> new ProblemException(unknown(request))).handler().handle(exchange);
    } catch (IOException | RuntimeException e) {
      exchange.fail(e);
    }
  }

  private Optional<Route> route(HttpServletRequest request) {
    return routes.stream()
        .filter(route -> route.method().equals(method(request)))
        .filter(route -> route.match(request.getPathInfo()).isPresent())
        .findFirst();
  }

  /** Of what HEAD asks for, the server leaves out the body. */
  private static String method(HttpServletRequest request) {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  private Problem unknown(HttpServletRequest request) {
    String allowed =
        routes.stream()
            .filter(route -> route.match(request.getPathInfo()).isPresent())
            .map(Route::method)
            .distinct()
            .collect(Collectors.joining(", "));
    return allowed.isEmpty() ? Problem.NOT_FOUND : Problem.wrongMethod(allowed);
  }

  private void count(Optional<Route> route, int status) {
    registry
        .counter(
            "parley.requests",
            "route",
            route.map(found -> found.method() + " " + found.template()).orElse("none"),
            "status",
            Integer.toString(status))
        .increment();
  }
}
