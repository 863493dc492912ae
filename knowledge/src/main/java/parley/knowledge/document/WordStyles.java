package parley.knowledge.document;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a Word document that make headings and items of lists. */
final class WordStyles implements XmlEvents.Listener {

  /** Levels from this on are body text (ECMA-376, part 1, 17.3.1.20). */
  private static final String BODY_LEVEL = "9";

  private final Set<String> headings = new HashSet<>();
  private final Set<String> items = new HashSet<>();
  private String current = "";

  private WordStyles() {}

  static WordStyles of(String name, byte @Nullable [] xml) {
    WordStyles styles = new WordStyles();
    if (xml != null) {
      XmlEvents.read(name, xml, styles);
    }
    return styles;
  }

  static boolean isHeadingLevel(@Nullable String level) {
    return level != null && !level.equals(BODY_LEVEL);
  }

  boolean isHeading(@Nullable String style) {
    return style != null && (headings.contains(style) || isHeadingName(style));
  }

  boolean isItem(@Nullable String style) {
    return style != null && items.contains(style);
  }

  @Override
  public void start(String element, XmlEvents.Attributes attributes) {
    String value = attributes.get("val");
    switch (element) {
      case "style" -> current = String.valueOf(attributes.get("styleId"));
      case "name" -> addIf(value != null && isHeadingName(value), headings);
      case "basedOn" -> addIf(isHeading(value), headings);
      case "outlineLvl" -> addIf(isHeadingLevel(value), headings);
      case "numPr" -> addIf(!isHeading(current), items);
      default -> {}
    }
  }

  private void addIf(boolean holds, Set<String> styles) {
    if (holds) {
      styles.add(current);
    }
  }

  private static boolean isHeadingName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.matches("heading\\d|title");
  }

  @Override
  public void text(String text) {
    // styles are all attributes
  }

  @Override
  public void end(String element) {
    if (element.equals("style")) {
      current = "";
    }
  }
}
