package parley.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code POST /login}: takes the access token from a form, and gives a cookie for it. */
final class LoginPage {

  private static final int MOST_BYTES = 4 << 10;
  private static final int TRIES_A_MINUTE = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Pages pages;
  private final AccessToken token;
  private final Visitors visitors;
  private final boolean secure;
  private final Cache<String, Bucket> tries =
      Caffeine.newBuilder().expireAfterAccess(WINDOW.multipliedBy(2)).build();

  /**
   * A login page.
   *
   * @param secure whether people reach the page over TLS
   */
  LoginPage(Pages pages, AccessToken token, Visitors visitors, boolean secure) {
    this.pages = pages;
    this.token = token;
    this.visitors = visitors;
    this.secure = secure;
  }

  /** Where one who has to log in wanted to go. */
  static String next(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getMethod().equals("GET")
        ? request.getRequestURI() + (query == null ? "" : "?" + query)
        : "/";
  }

  void login(Exchange exchange) throws IOException {
    exchange.waitFor(Asking.PATIENCE);
    exchange.withBody(MOST_BYTES, body -> login(exchange, fields(new String(body, UTF_8))));
  }

  private void login(Exchange exchange, Map<String, String> fields) {
    if (!mayTry(visitors.name(exchange.request()))) {
      throw new ProblemException(
          new Problem(429, "Too many requests", "too many wrong tokens: try again in a minute"));
    }
    String next = local(fields.getOrDefault("next", "/"));
    if (token.isRight(fields.getOrDefault("token", "").strip())) {
      welcome(exchange, next);
    } else {
      String title = Pages.text(exchange).phrases().get("login");
      pages.send(exchange, 401, "login", title, Map.of("wrong", true, "next", next));
    }
  }

  private void welcome(Exchange exchange, String next) {
    if (exchange.claimAnswer()) {
      boolean overTls = secure || visitors.cameSecurely(exchange.request());
      exchange.response().addCookie(token.cookie(overTls));
      exchange.response().setHeader("Location", next);
      exchange.status(303);
      exchange.end();
    }
  }

  private boolean mayTry(String visitor) {
    return tries
        .get(
            visitor,
            unused ->
                Bucket.builder()
                    .addLimit(
                        limit ->
                            limit.capacity(TRIES_A_MINUTE).refillGreedy(TRIES_A_MINUTE, WINDOW))
                    .build())
        .tryConsume(1);
  }

  /** An address of ours, whatever was sent. */
  private static String local(String next) {
    return next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? next : "/";
  }

  private static Map<String, String> fields(String form) {
    try {
      return Arrays.stream(form.split("&"))
          .map(field -> field.split("=", 2))
          .filter(field -> field.length == 2)
          .collect(
              Collectors.toMap(
                  field -> field[0], field -> URLDecoder.decode(field[1], UTF_8), (a, b) -> a));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.badRequest("the body is no form: send token=…"));
    }
  }
}
