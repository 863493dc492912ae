package parley.knowledge.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an address that was fetched.
 *
 * @param file the name of the file it was written to; null for a feed
 * @param list the feed that led to it, or the address itself
 * @param etag the validator of that name, as it came
 * @param modified the Last-Modified field, as it came
 * @param checked when it was asked for last, in milliseconds since 1970; of a feed, when all its
 *     articles were looked at
 * @param updated what its feed then said of its last change, in milliseconds since 1970; 0 for
 *     nothing
 * @param ofFeed whether it is the feed's own text of an article that cannot be fetched
 */
record FetchedEntry(
    @Nullable String file,
    String list,
    @Nullable String etag,
    @Nullable String modified,
    long checked,
    long updated,
    boolean ofFeed) {

  /** An article is corrected within hours of its publication, and later hardly ever. */
  private static final Duration LOOK_AGAIN = Duration.ofDays(1);

  Fetched.Validators validators() {
    return new Fetched.Validators(etag, modified);
  }

  /** Whether it is time to look at all articles of a feed. */
  boolean isDue(Instant now) {
    return isOlder(LOOK_AGAIN, now);
  }

  /**
   * Whether a feed knows of a later version of an article, or so much time has passed that there
   * may be one. Half the time, so that one that came after the others is due with them.
   */
  boolean isDue(FeedItem item, Instant now) {
    return updated(item) > updated || isOlder(LOOK_AGAIN.dividedBy(2), now);
  }

  private boolean isOlder(Duration time, Instant now) {
    return now.toEpochMilli() - checked >= time.toMillis();
  }

  FetchedEntry checkedAt(Instant now) {
    return new FetchedEntry(file, list, etag, modified, now.toEpochMilli(), updated, ofFeed);
  }

  FetchedEntry with(FeedItem item, boolean ownText) {
    return new FetchedEntry(file, list, etag, modified, checked, updated(item), ownText);
  }

  private static long updated(FeedItem item) {
    Instant updated = item.updated();
    return updated == null ? 0 : updated.toEpochMilli();
  }
}
