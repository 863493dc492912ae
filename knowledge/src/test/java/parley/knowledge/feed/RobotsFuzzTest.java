package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import okhttp3.HttpUrl;

/** Whatever a host gives for its robots.txt: it allows an address, or the address is refused. */
class RobotsFuzzTest {

  private static final HttpUrl PAGE = HttpUrl.get("https://port.example/news/a?b=c");

  @FuzzTest
  void allowsOrRefuses(byte[] bytes) {
    Robots robots = new Robots(robotsTxt -> new Robots.Answer(200, bytes));
    try {
      robots.require(PAGE);
    } catch (FetchException e) {
      assertThat(e).hasMessageContaining(PAGE.toString());
    }
  }
}
