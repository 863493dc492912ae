package parley.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever a server gives for a feed: it is a list of articles, or refused with its address. */
class FeedItemFuzzTest {

  private static final String ADDRESS = "https://port.example/rss";

  @FuzzTest
  void isReadOrRefused(byte[] bytes) {
    Fetched fetched =
        new Fetched(
            ADDRESS, "application/rss+xml", StandardCharsets.UTF_8, bytes, Fetched.Validators.NONE);
    try {
      assertThat(FeedItem.read(fetched))
          .hasSizeLessThanOrEqualTo(FeedItem.MOST)
          .allSatisfy(
              item -> assertThat(item.address()).isNotEmpty().isEqualTo(item.address().strip()))
          .noneMatch(item -> item.html() == null);
    } catch (FetchException e) {
      assertThat(e).hasMessageContaining(ADDRESS);
    }
  }
}
