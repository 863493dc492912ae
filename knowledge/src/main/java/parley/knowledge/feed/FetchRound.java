package parley.knowledge.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private final InstantSource clock;
  private final Map<String, String> complaints = new HashMap<>();
  private int fetched;

  /**
   * @param pause waits that long; false if there is no time for more
   * @param politeness how long to wait before each document
   * @param clock tells what is due to be looked at again
   */
  FetchRound(
      Fetcher fetcher,
      FetchedFolder folder,
      Predicate<Duration> pause,
      Duration politeness,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.folder = folder;
    this.pause = pause;
    this.politeness = politeness;
    this.clock = clock;
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
            write(address, list, page.get(), all);
          } else {
            folder.note(address, entry -> entry.checkedAt(clock.instant()));
          }
        });
  }

  private void write(String address, String list, Fetched page, Map<String, String> metadata)
      throws IOException {
    if (folder.write(address, list, page, metadata, clock.instant())) {
      fetched++;
    }
  }

  /** One that has not changed is read all the same when its articles are due. */
  private void fetchFeed(String feed) throws IOException {
    Instant now = clock.instant();
    Optional<FetchedEntry> known = folder.find(feed).filter(entry -> !entry.isDue(now));
    Optional<Fetched> fetchedFeed =
        fetcher.fetch(feed, known.map(FetchedEntry::validators).orElse(Fetched.Validators.NONE));
    if (fetchedFeed.isEmpty()) {
      return;
    }
    boolean all = true;
    for (FeedItem item : FeedItem.read(fetchedFeed.get())) {
      Optional<FetchedEntry> kept = folder.find(item.address());
      if (kept.isEmpty()) {
        all &= fetchItem(item, feed);
      } else if (kept.get().isDue(item, now)) {
        fetchAgain(item, kept.get());
      }
    }
    if (all) {
      Instant checked = known.map(entry -> Instant.ofEpochMilli(entry.checked())).orElse(now);
      folder.rememberFeed(feed, fetchedFeed.get().validators(), checked);
    }
  }

  private boolean fetchItem(FeedItem item, String feed) throws IOException {
    if (fetchPage(item.address(), feed, metadata(item))) {
      folder.note(item.address(), entry -> entry.with(item, false));
      return true;
    }
    if (item.html().length() < WHOLE_ARTICLE) {
      return false;
    }
    writeOwnText(item, feed);
    return true;
  }

  /** What cannot be fetched now stays as it was, until it is due again. */
  private void fetchAgain(FeedItem item, FetchedEntry kept) throws IOException {
    if (fetchPage(item.address(), kept.list(), metadata(item))) {
      folder.note(item.address(), entry -> entry.with(item, false));
    } else if (kept.ofFeed() && item.html().length() >= WHOLE_ARTICLE) {
      writeOwnText(item, kept.list());
    } else if (pause.test(Duration.ZERO)) {
      folder.note(item.address(), entry -> entry.checkedAt(clock.instant()));
    }
  }

  /** A feed's own text of an article. */
  private void writeOwnText(FeedItem item, String feed) throws IOException {
    Map<String, String> metadata = metadata(item);
    putIfKnown(metadata, "publisher", item.publisher());
    metadata.put("url", item.address());
    write(item.address(), feed, ofFeed(item), metadata);
    folder.note(item.address(), entry -> entry.with(item, true));
  }

  private static Map<String, String> metadata(FeedItem item) {
    Map<String, String> metadata = new LinkedHashMap<>();
    putIfKnown(metadata, "title", item.title());
    putIfKnown(metadata, "date", item.date());
    return metadata;
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
