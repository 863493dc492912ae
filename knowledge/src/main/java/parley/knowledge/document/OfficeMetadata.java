package parley.knowledge.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an office document says of itself in Dublin Core's words. Its dates are left out: they tell
 * when a file was made, not when its text was published.
 */
final class OfficeMetadata implements XmlEvents.Listener {

  private static final Map<String, String> KEYS =
      Map.of(
          "title", "title",
          "creator", "author",
          "initial-creator", "author",
          "publisher", "publisher",
          "language", "language");

  private final Map<String, String> metadata = new HashMap<>();
  private final StringBuilder text = new StringBuilder();

  private OfficeMetadata() {}

  /** By the names of front matter; empty where there is no such file. */
  static Map<String, String> of(String name, byte @Nullable [] xml) {
    OfficeMetadata reader = new OfficeMetadata();
    if (xml != null) {
      XmlEvents.read(name, xml, reader);
    }
    return reader.metadata;
  }

  @Override
  public void start(String element, XmlEvents.Attributes attributes) {
    text.setLength(0);
  }

  @Override
  public void text(String piece) {
    text.append(piece);
  }

  @Override
  public void end(String element) {
    String value = Whitespace.oneLine(text.toString());
    text.setLength(0);
    String key = KEYS.get(element);
    if (key != null && !value.isEmpty() && !GivenTitle.isNone(key, value)) {
      metadata.putIfAbsent(key, value);
    }
  }
}
