package parley.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.bot.chat.Language;
import parley.bot.chat.Viewer;

/** What all pages have in common, and problems as pages. Thread-safe. */
final class Pages implements ProblemWriter {

  private static final List<String> SHOWN = List.of("id", "p", "quote", "to");

  private final Templates templates = new Templates();
  private final Map<String, String> assets;

  Pages(StaticFiles files) {
    this.assets =
        Map.of(
            "css", files.address("parley.css"),
            "js", files.address("parley.js"),
            "icon", files.address("icon.svg"));
  }

  /**
   * A language to switch to.
   *
   * @param address of the same page in it
   */
  record Choice(String code, String name, boolean current, String address) {}

  static PageText text(Exchange exchange) {
    return PageText.in(PageLanguage.of(exchange.request()));
  }

  /**
   * Answers with a page.
   *
   * @param template its name
   * @param title what the window is called
   * @param values what the template has places for
   */
  void send(Exchange exchange, int status, String template, String title, Map<String, ?> values) {
    PageLanguage.remember(exchange.request()).ifPresent(exchange.response()::addCookie);
    exchange.html(status, render(exchange, template, title, values));
  }

  private String render(Exchange exchange, String template, String title, Map<String, ?> values) {
    PageText text = text(exchange);
    Map<String, Object> all = new HashMap<>(assets);
    all.put("title", title);
    all.put("lang", text.language().code());
    all.put("language", text.language().ownName());
    all.put("languages", choices(exchange, text.language()));
    all.put("t", text.phrases());
    all.putAll(values);
    exchange.response().setHeader("Vary", "Accept-Language, Cookie");
    return templates.render(template, all);
  }

  private static List<Choice> choices(Exchange exchange, Language current) {
    String kept = kept(exchange);
    String fragment =
        exchange.parameter("p").map(number -> "#p" + Viewer.encode(number)).orElse("");
    return Arrays.stream(Language.values())
        .map(
            language ->
                new Choice(
                    language.code(),
                    language.ownName(),
                    language == current,
                    "?" + kept + "lang=" + language.code() + fragment))
        .toList();
  }

  /** What else the address says of what is shown; a question is not asked once more. */
  private static String kept(Exchange exchange) {
    return SHOWN.stream()
        .flatMap(
            name ->
                exchange.parameter(name).stream()
                    .map(value -> name + "=" + Viewer.encode(value) + "&"))
        .collect(Collectors.joining());
  }

  @Override
  public void write(Exchange exchange, Problem problem) {
    if (!wantsPage(exchange.request())) {
      exchange.write(problem.status(), Problem.TYPE, problem.json().getBytes(UTF_8));
      return;
    }
    String template = problem.status() == 401 ? "login" : "problem";
    PageText text = text(exchange);
    String key = problem.status() == 404 ? "not-found" : "problem";
    Map<String, Object> values =
        Map.of(
            "heading", text.phrases().get(key),
            "detail", text.phrases().get(key + "-detail"),
            "wrong", false,
            "next", LoginPage.next(exchange.request()));
    String title = text.phrases().get(problem.status() == 401 ? "login" : key);
    exchange.write(
        problem.status(), Exchange.HTML, render(exchange, template, title, values).getBytes(UTF_8));
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted != null
        && accepted.contains(Exchange.HTML)
        && !request.getPathInfo().startsWith("/api");
  }
}
