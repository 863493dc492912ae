package parley.knowledge.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** EPUB (W3C, 3.3, and 2): web pages in a zip, in the order of its spine. */
final class EpubFormat implements DocumentFormat {

  private static final String CONTAINER = "META-INF/container.xml";
  private static final String ENCRYPTION = "META-INF/encryption.xml";

  private static final Map<String, String> KEYS =
      Map.of(
          "title", "title",
          "creator", "author",
          "publisher", "publisher",
          "date", "date",
          "language", "language");

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    ZipText zip = ZipText.of(name, bytes, EpubFormat::isText);
    Element container = xml(zip.get(CONTAINER)).selectFirst("rootfile[full-path]");
    if (container == null) {
      throw new DocumentException(name + " names no package: save it anew");
    }
    String path = container.attr("full-path");
    Document opf = xml(zip.get(path));
    List<Block> blocks = new ArrayList<>();
    for (String page : spine(opf, path)) {
      requireUnlocked(zip, page);
      byte[] content = zip.find(page);
      if (content != null) {
        blocks.addAll(HtmlBlocks.of(page(name, content)));
      }
    }
    return List.of(new ParsedText(metadata(opf), blocks));
  }

  @Override
  public int maxBytes() {
    return MAX_PACKED_BYTES;
  }

  private static boolean isText(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith("html")
        || lower.endsWith(".htm")
        || lower.endsWith(".opf")
        || lower.endsWith(".xml");
  }

  private static Document xml(byte[] bytes) {
    return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
  }

  private static Element page(String name, byte[] bytes) {
    return Jsoup.parse(DocumentText.decode(name, bytes)).body();
  }

  /** The pages in reading order, by their paths in the zip; not the table of contents. */
  private static List<String> spine(Document opf, String opfPath) {
    Map<String, Element> items = new LinkedHashMap<>();
    opf.select("manifest > item, opf|manifest > opf|item")
        .forEach(item -> items.put(item.attr("id"), item));
    List<String> pages = new ArrayList<>();
    for (Element reference : opf.select("spine > itemref, opf|spine > opf|itemref")) {
      Element item = items.get(reference.attr("idref"));
      if (item != null && !item.attr("properties").contains("nav")) {
        pages.add(resolved(opfPath, item.attr("href")));
      }
    }
    return pages;
  }

  private static String resolved(String opfPath, String href) {
    String folder = opfPath.substring(0, opfPath.lastIndexOf('/') + 1);
    List<String> parts = new ArrayList<>();
    for (String part : (folder + decoded(href)).split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decoded(String href) {
    try {
      return URLDecoder.decode(
          href.replace("+", "%2B").replaceFirst("#.*$", ""), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return href;
    }
  }

  /** Fonts are often scrambled; a page that is belongs to a shop's lock. */
  private static void requireUnlocked(ZipText zip, String page) {
    byte @Nullable [] encryption = zip.find(ENCRYPTION);
    if (encryption != null
        && decoded(new String(encryption, StandardCharsets.UTF_8)).contains(page + "\"")) {
      throw new DocumentException(zip.name() + " is locked against copying: use a free copy");
    }
  }

  private static Map<String, String> metadata(Document opf) {
    Map<String, String> metadata = new LinkedHashMap<>();
    KEYS.forEach(
        (element, key) -> {
          Element found = opf.selectFirst("dc|" + element);
          if (found != null && !found.text().isBlank()) {
            metadata.put(key, Whitespace.oneLine(found.text()));
          }
        });
    return metadata;
  }
}
