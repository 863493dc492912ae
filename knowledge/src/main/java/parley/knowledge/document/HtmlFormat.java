package parley.knowledge.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A web page: its article where it marks one, and what its head says of it. */
final class HtmlFormat implements TextFormat {

  private static final Map<String, String> METADATA_BY_SELECTOR = metadataBySelector();

  @Override
  public ParsedText parse(String text) {
    Document page = Jsoup.parse(text);
    return new ParsedText(metadata(page), HtmlBlocks.of(article(page)));
  }

  private static Element article(Document page) {
    return page.select("article, main, [role=main]").stream()
        .max(Comparator.comparingInt(element -> element.text().length()))
        .filter(element -> !element.text().isBlank())
        .orElse(page.body());
  }

  private static Map<String, String> metadata(Document page) {
    Map<String, String> metadata = new LinkedHashMap<>();
    METADATA_BY_SELECTOR.forEach(
        (selector, key) -> {
          Element element = page.selectFirst(selector);
          String value = element == null ? "" : value(element);
          if (!value.isBlank()) {
            metadata.putIfAbsent(key, Whitespace.oneLine(value));
          }
        });
    return metadata;
  }

  private static String value(Element element) {
    for (String attribute : new String[] {"content", "datetime", "href", "lang"}) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private static Map<String, String> metadataBySelector() {
    Map<String, String> selectors = new LinkedHashMap<>();
    selectors.put("meta[property=og:title]", "title");
    selectors.put("title", "title");
    selectors.put("meta[property=og:site_name]", "publisher");
    selectors.put("meta[property=article:published_time]", "date");
    selectors.put("meta[name=date]", "date");
    selectors.put("meta[itemprop=datePublished]", "date");
    selectors.put("time[datetime]", "date");
    selectors.put("link[rel=canonical]", "url");
    selectors.put("meta[property=og:url]", "url");
    selectors.put("html[lang]", "language");
    return selectors;
  }
}
