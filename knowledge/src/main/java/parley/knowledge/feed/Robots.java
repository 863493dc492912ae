package parley.knowledge.feed;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** What hosts allow by their robots.txt (RFC 9309), asked once an hour. Thread-safe. */
final class Robots {

  /** A crawler reads at least so much of one (RFC 9309, 2.5). */
  static final int MAX_BYTES = 500 * 1024;

  private static final Duration KEPT = Duration.ofHours(1);
  private static final List<String> NAMES = List.of("parleybot");

  private final Source source;
  private final Map<HttpUrl, Rules> rules = new ConcurrentHashMap<>();

  /** Fetches a robots.txt. */
  @FunctionalInterface
  interface Source {
    Answer get(HttpUrl robotsTxt) throws IOException;
  }

  record Answer(int status, byte[] body) {}

  private record Rules(BaseRobotRules rules, Instant read) {}

  Robots(Source source) {
    this.source = source;
  }

  /**
   * Lets pass what is allowed.
   *
   * @throws FetchException if it is not
   */
  void require(HttpUrl url) {
    HttpUrl robotsTxt =
        url.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    Rules known = rules.get(robotsTxt);
    if (known == null || known.read().isBefore(Instant.now().minus(KEPT))) {
      known = new Rules(read(robotsTxt), Instant.now());
      rules.put(robotsTxt, known);
    }
    if (!known.rules().isAllowed(url.toString())) {
      throw new FetchException(url + " is not for robots, says its robots.txt");
    }
  }

  /** Where there is none all is allowed; where the host is at fault, nothing (RFC 9309, 2.3.1). */
  private BaseRobotRules read(HttpUrl robotsTxt) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    try {
      Answer answer = source.get(robotsTxt);
      return answer.status() == 200
          ? parser.parseContent(robotsTxt.toString(), answer.body(), "text/plain", NAMES)
          : parser.failedFetch(answer.status());
    } catch (IOException e) {
      throw new FetchException(robotsTxt + " cannot be fetched: " + e.getMessage(), e);
    }
  }
}
