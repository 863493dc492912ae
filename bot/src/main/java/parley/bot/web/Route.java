package parley.bot.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is done with the requests to some addresses.
 *
 * @param method GET or POST
 * @param template what the path is like, with names in braces for what differs
 * @param path the template as a pattern
 * @param open whether it is done for those as well who have not given the access token
 * @param handler does it
 */
record Route(String method, String template, Pattern path, boolean open, Handler handler) {

  /** Does what a request asks for. */
  @FunctionalInterface
  interface Handler {

    /**
     * Answers, or sees to it that somebody else does.
     *
     * @throws ProblemException if it cannot be done
     */
    void handle(Exchange exchange) throws IOException;
  }

  static Route get(String template, Handler handler) {
    return of("GET", template, handler);
  }

  static Route post(String template, Handler handler) {
    return of("POST", template, handler);
  }

  private static Route of(String method, String template, Handler handler) {
    Pattern path = Pattern.compile(template.replaceAll("\\{\\w+}", "(.+)"));
    return new Route(method, template, path, false, handler);
  }

  /** The same for everybody. */
  Route forAll() {
    return new Route(method, template, path, true, handler);
  }

  /** What the pattern's groups find in a path; empty if the path is another. */
  Optional<List<String>> match(String asked) {
    Matcher matcher = path.matcher(asked);
    return matcher.matches()
        ? Optional.of(
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList())
        : Optional.empty();
  }
}
