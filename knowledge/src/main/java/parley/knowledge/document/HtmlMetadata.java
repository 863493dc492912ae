package parley.knowledge.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a web page says of itself: in schema.org's JSON-LD, in the meta tags of Open Graph and
 * others, or in its elements; the first that says it counts.
 */
final class HtmlMetadata {

  private static final Map<String, String> KEY_BY_SELECTOR = keyBySelector();

  private HtmlMetadata() {}

  static Map<String, String> of(Document page) {
    Map<String, String> metadata = new LinkedHashMap<>(JsonLd.of(page));
    KEY_BY_SELECTOR.forEach(
        (selector, key) -> {
          Element element = page.selectFirst(selector);
          String value = element == null ? "" : value(element);
          if (!value.isBlank()) {
            metadata.putIfAbsent(key, Whitespace.oneLine(value));
          }
        });
    tags(page).ifPresent(tags -> metadata.putIfAbsent("tags", tags));
    metadata.computeIfPresent("title", (key, title) -> bare(title, metadata.get("publisher")));
    // article:author is by its definition the address of a profile
    metadata.computeIfPresent(
        "author", (key, author) -> WebAddress.of(author) == null ? author : null);
    return metadata;
  }

  /** Open Graph has an element for each tag, what HTML calls keywords stands in one. */
  private static Optional<String> tags(Document page) {
    return Stream.of("meta[property=article:tag]", "meta[name=keywords]")
        .map(selector -> String.join(", ", page.select(selector).eachAttr("content")))
        .filter(tags -> !tags.isBlank())
        .findFirst();
  }

  /** The title without the publisher's name after it. */
  private static String bare(String title, String publisher) {
    return publisher == null
        ? title
        : title.replaceFirst("\\s+[|–—·-]\\s+" + Pattern.quote(publisher) + "$", "");
  }

  private static String value(Element element) {
    for (String attribute : new String[] {"content", "datetime", "href", "lang"}) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private static Map<String, String> keyBySelector() {
    Map<String, String> selectors = new LinkedHashMap<>();
    selectors.put("meta[property=og:title]", "title");
    selectors.put("meta[name=dc.title]", "title");
    selectors.put("head > title", "title");
    selectors.put("meta[name=author]", "author");
    selectors.put("meta[name=dc.creator]", "author");
    selectors.put("meta[property=article:author]", "author");
    selectors.put("[rel=author]", "author");
    selectors.put("meta[property=og:site_name]", "publisher");
    selectors.put("meta[name=publisher]", "publisher");
    selectors.put("meta[name=dc.publisher]", "publisher");
    selectors.put("meta[property=article:published_time]", "date");
    selectors.put("meta[name=date]", "date");
    selectors.put("meta[name=dc.date]", "date");
    selectors.put("meta[itemprop=datePublished]", "date");
    selectors.put("time[itemprop=datePublished][datetime]", "date");
    selectors.put("time[datetime]", "date");
    selectors.put("link[rel=canonical]", "url");
    selectors.put("meta[property=og:url]", "url");
    selectors.put("html[lang]", "language");
    return selectors;
  }
}
