package parley.knowledge.feed;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code sources.yaml} lists.
 *
 * @param every how often it is fetched
 * @param feeds addresses of RSS and Atom feeds
 * @param addresses of single documents
 */
record SourceList(Duration every, List<String> feeds, List<String> addresses) {

  static final SourceList NONE = new SourceList(Duration.ofMinutes(15), List.of(), List.of());

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int LONGEST_LIST = 500;
  private static final int MAX_BYTES = 1024 * 1024;
  private static final Set<String> KEYS = Set.of("every", "feeds", "addresses");
  private static final YAMLMapper YAML = new YAMLMapper();

  SourceList {
    feeds = List.copyOf(feeds);
    addresses = List.copyOf(addresses);
  }

  /**
   * Reads the file.
   *
   * @throws FetchException if it is not as it should be; names what is wrong
   */
  static SourceList read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new FetchException(file + " is larger than 1 MiB: list less");
      }
      JsonNode root = YAML.readTree(file.toFile());
      if (root.isMissingNode() || root.isNull()) {
        return NONE;
      }
      root.fieldNames().forEachRemaining(key -> requireKnown(file, key));
      return new SourceList(
          every(file, root.path("every")),
          addresses(file, "feeds", root.path("feeds")),
          addresses(file, "addresses", root.path("addresses")));
    } catch (JacksonException e) {
      throw new FetchException(file + " is not valid YAML: mend it", e);
    } catch (IOException e) {
      throw new FetchException(file + " cannot be read: check its permissions", e);
    }
  }

  private static void requireKnown(Path file, String key) {
    if (!KEYS.contains(key)) {
      throw new FetchException(
          file + " has '" + key + "', which is none of every, feeds, addresses");
    }
  }

  private static Duration every(Path file, JsonNode value) {
    if (value.isMissingNode()) {
      return NONE.every();
    }
    try {
      Duration every = Duration.parse("PT" + value.asText().strip().toUpperCase(Locale.ROOT));
      if (every.compareTo(SHORTEST) >= 0) {
        return every;
      }
    } catch (DateTimeException e) {
      throw notEvery(file, value, e);
    }
    throw notEvery(file, value, null);
  }

  private static FetchException notEvery(Path file, JsonNode value, @Nullable Throwable cause) {
    return new FetchException(
        file + " has every: " + value.asText() + ", give one minute or more, such as 15m or 2h",
        cause);
  }

  private static List<String> addresses(Path file, String key, JsonNode list) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode item : list) {
      String address = item.asText().strip();
      if (!address.matches("(?i)https?://\\S+")) {
        throw new FetchException(
            file + " has '" + address + "' among its " + key + ": give an address, https://…");
      }
      addresses.add(address);
    }
    if (addresses.size() > LONGEST_LIST
        || (!list.isArray() && !list.isMissingNode() && !list.isNull())) {
      throw new FetchException(file + ": " + key + " is no list of at most " + LONGEST_LIST);
    }
    return addresses;
  }
}
