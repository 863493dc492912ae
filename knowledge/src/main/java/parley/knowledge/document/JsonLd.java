package parley.knowledge.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a web page says of its article in JSON-LD, by schema.org's names. */
final class JsonLd {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** schema.org's Article and the kinds of it, such as NewsArticle and LiveBlogPosting. */
  private static final Pattern ARTICLE =
      Pattern.compile("(?:https?://schema\\.org/)?\\w*(?:Article|BlogPosting|Report)");

  private JsonLd() {}

  /** By the names of front matter; empty where the page has no such thing, or it is broken. */
  static Map<String, String> of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      for (JsonNode node : nodes(script.data())) {
        if (isArticle(node.path("@type"))) {
          return metadata(node);
        }
      }
    }
    return Map.of();
  }

  /** The object itself, those of a list, and those of its graph. */
  private static List<JsonNode> nodes(String json) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      JsonNode root = JSON.readTree(json);
      for (JsonNode node : root.isArray() ? root : List.of(root)) {
        nodes.add(node);
        node.path("@graph").forEach(nodes::add);
      }
    } catch (JacksonException e) {
      return List.of();
    }
    return nodes;
  }

  private static boolean isArticle(JsonNode type) {
    return each(type).stream().anyMatch(name -> ARTICLE.matcher(name.asText()).matches());
  }

  private static Map<String, String> metadata(JsonNode article) {
    Map<String, String> metadata = new LinkedHashMap<>();
    put(metadata, "title", article.path("headline"));
    put(metadata, "author", article.path("author"));
    put(metadata, "publisher", article.path("publisher"));
    put(metadata, "date", article.path("datePublished"));
    put(metadata, "url", article.path("url"));
    put(metadata, "url", article.path("mainEntityOfPage"));
    put(metadata, "language", article.path("inLanguage"));
    put(metadata, "tags", article.path("keywords"));
    return metadata;
  }

  private static void put(Map<String, String> metadata, String key, JsonNode value) {
    String names =
        each(value).stream()
            .map(JsonLd::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      metadata.putIfAbsent(key, names);
    }
  }

  private static String name(JsonNode value) {
    String name = value.isObject() ? value.path("name").asText("") : value.asText("");
    return Whitespace.oneLine(name.isEmpty() ? value.path("@id").asText("") : name);
  }

  private static List<JsonNode> each(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).toList()
        : List.of(value);
  }
}
