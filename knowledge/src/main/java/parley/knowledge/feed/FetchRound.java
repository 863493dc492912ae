package parley.knowledge.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches all that a list names, once after the other. For one thread. */
final class FetchRound {

  private static final Logger log = LoggerFactory.getLogger(FetchRound.class);

  /** A feed's own text of an article is worth keeping from so many characters on. */
  private static final int WHOLE_ARTICLE = 200;

  private final Fetcher fetcher;
  private final FetchedFolder folder;
  private final Predicate<Duration> pause;
  private final Duration politeness;
  private final Map<String, String> complaints = new HashMap<>();
  private int fetched;

  /**
   * @param pause waits that long; false if there is no time for more
   * @param politeness how long to wait before each document
   */
  FetchRound(
      Fetcher fetcher, FetchedFolder folder, Predicate<Duration> pause, Duration politeness) {
    this.fetcher = fetcher;
    this.folder = folder;
    this.pause = pause;
    this.politeness = politeness;
  }

  /** What cannot be fetched is left as it was, with one warning. */
  void run(SourceList list) throws IOException {
    fetched = 0;
    Set<String> lists = new HashSet<>(list.addresses());
    lists.addAll(list.feeds());
    folder.keepOnly(lists);
    for (String address : list.addresses()) {
      fetchPage(address, address, Map.of());
    }
    for (String feed : list.feeds()) {
      attempt(feed, () -> fetchFeed(feed));
    }
    if (fetched > 0) {
      log.info("fetched: {} documents are new or changed", fetched);
    }
  }

  /** A step of the work. */
  private interface Step {
    void run() throws IOException;
  }

  private boolean attempt(String address, Step step) throws IOException {
    try {
      step.run();
      complaints.remove(address);
      return true;
    } catch (FetchException e) {
      boolean isNews = !e.getMessage().equals(complaints.put(address, e.getMessage()));
      if (isNews && pause.test(Duration.ZERO)) {
        log.warn("not fetched: {}", e.getMessage());
      }
      return false;
    }
  }

  private boolean fetchPage(String address, String list, Map<String, String> metadata)
      throws IOException {
    if (!pause.test(politeness)) {
      return false;
    }
    return attempt(
        address,
        () -> {
          Optional<Fetched> page = fetcher.fetch(address, folder.validators(address));
          if (page.isPresent()) {
            Map<String, String> all = new LinkedHashMap<>(metadata);
            all.put("url", page.get().address());
            folder.write(address, list, page.get(), all);
            fetched++;
          }
        });
  }

  private void fetchFeed(String feed) throws IOException {
    Optional<Fetched> fetchedFeed = fetcher.fetch(feed, folder.validators(feed));
    if (fetchedFeed.isEmpty()) {
      return;
    }
    boolean all = true;
    for (FeedItem item : FeedItem.read(fetchedFeed.get())) {
      all &= folder.has(item.address()) || fetchItem(item, feed);
    }
    if (all) {
      folder.rememberFeed(feed, fetchedFeed.get().validators());
    }
  }

  private boolean fetchItem(FeedItem item, String feed) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    putIfKnown(metadata, "title", item.title());
    putIfKnown(metadata, "date", item.date());
    if (fetchPage(item.address(), feed, metadata)) {
      return true;
    }
    if (item.html().length() < WHOLE_ARTICLE) {
      return false;
    }
    putIfKnown(metadata, "publisher", item.publisher());
    metadata.put("url", item.address());
    folder.write(item.address(), feed, ofFeed(item), metadata);
    fetched++;
    return true;
  }

  private static void putIfKnown(Map<String, String> metadata, String key, @Nullable Object value) {
    String text = value == null ? "" : value.toString().strip();
    if (!text.isEmpty()) {
      metadata.put(key, text);
    }
  }

  private static Fetched ofFeed(FeedItem item) {
    return new Fetched(
        item.address(),
        "text/html",
        StandardCharsets.UTF_8,
        item.html().getBytes(StandardCharsets.UTF_8),
        Fetched.Validators.NONE);
  }
}
