package parley.knowledge.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article that a feed tells of.
 *
 * @param address where it is
 * @param title of the article, if it has one
 * @param date when it was published, if the feed says so
 * @param updated when it was changed last, if the feed says so
 * @param publisher the feed's own title
 * @param html the article as far as the feed holds it; may be empty
 */
record FeedItem(
    String address,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable Instant updated,
    @Nullable String publisher,
    String html) {

  /** The newest so many of a feed are fetched. */
  static final int MOST = 30;

  /**
   * The newest articles of an RSS or Atom feed; ROME allows no DTD in it.
   *
   * @throws FetchException if it is no feed
   */
  static List<FeedItem> read(Fetched fetched) {
    try (XmlReader xml = new XmlReader(new ByteArrayInputStream(fetched.body()))) {
      SyndFeed feed = new SyndFeedInput().build(xml);
      return feed.getEntries().stream()
          .filter(entry -> entry.getLink() != null && !entry.getLink().isBlank())
          .sorted(Comparator.comparing(FeedItem::published).reversed())
          .limit(MOST)
          .map(entry -> of(feed, entry))
          .toList();
    } catch (FeedException | IOException | IllegalArgumentException e) {
      throw new FetchException(fetched.address() + " is no feed of RSS or Atom", e);
    }
  }

  private static Date published(SyndEntry entry) {
    return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> new Date(0));
  }

  private static FeedItem of(SyndFeed feed, SyndEntry entry) {
    Date published = published(entry);
    return new FeedItem(
        entry.getLink().strip(),
        entry.getTitle(),
        published.getTime() == 0
            ? null
            : LocalDate.ofInstant(published.toInstant(), ZoneOffset.UTC),
        Optional.ofNullable(entry.getUpdatedDate()).map(Date::toInstant).orElse(null),
        feed.getTitle(),
        html(entry));
  }

  private static String html(SyndEntry entry) {
    return Stream.concat(
            entry.getContents().stream(), Optional.ofNullable(entry.getDescription()).stream())
        .map(SyndContent::getValue)
        .filter(Objects::nonNull)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
