package parley.knowledge.document;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenDocument's text documents (ISO/IEC 26300), read from their XML. */
final class OpenTextFormat implements DocumentFormat {

  private static final String TEXT = "content.xml";
  private static final String PROPERTIES = "meta.xml";
  private static final String MANIFEST = "META-INF/manifest.xml";

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    ZipText zip =
        ZipText.of(name, bytes, path -> Set.of(TEXT, PROPERTIES, MANIFEST).contains(path));
    if (isLocked(zip.find(MANIFEST))) {
      throw new DocumentException(name + " is locked with a password: save it without one");
    }
    Body body = new Body();
    XmlEvents.read(name, zip.get(TEXT), body);
    return List.of(
        new ParsedText(OfficeMetadata.of(name, zip.find(PROPERTIES)), body.blocks.blocks()));
  }

  private static boolean isLocked(byte @Nullable [] manifest) {
    return manifest != null
        && new String(manifest, StandardCharsets.UTF_8).contains("encryption-data");
  }

  @Override
  public int maxBytes() {
    return MAX_PACKED_BYTES;
  }

  /** Hears the body of a document. */
  private static final class Body implements XmlEvents.Listener {

    private static final Set<String> SKIPPED =
        Set.of(
            "annotation",
            "desc",
            "forms",
            "index-title",
            "note",
            "table-of-content",
            "title",
            "tracked-changes");

    private static final String TITLE = "Title";

    private final OfficeBlocks blocks = new OfficeBlocks();
    private final Set<String> titleStyles = new HashSet<>(Set.of(TITLE));
    private int skipped;
    private int lists;
    private boolean isTitle;

    @Override
    public void start(String element, XmlEvents.Attributes attributes) {
      if (skipped > 0 || SKIPPED.contains(element)) {
        skipped++;
        return;
      }
      switch (element) {
        case "style" -> readStyle(attributes.get("name"), attributes.get("parent-style-name"));
        case "p", "h" -> startParagraph(attributes.get("style-name"));
        case "list" -> lists++;
        case "s", "tab", "line-break" -> blocks.append(" ");
        case "table" -> blocks.startTable();
        case "table-cell" -> blocks.startCell();
        default -> {}
      }
    }

    private void readStyle(@Nullable String style, @Nullable String parent) {
      if (style != null && TITLE.equals(parent)) {
        titleStyles.add(style);
      }
    }

    private void startParagraph(@Nullable String style) {
      isTitle = style != null && titleStyles.contains(style);
      blocks.startParagraph();
    }

    @Override
    public void text(String text) {
      if (skipped == 0) {
        blocks.append(text);
      }
    }

    @Override
    public void end(String element) {
      if (skipped > 0) {
        skipped--;
        return;
      }
      switch (element) {
        case "h" -> blocks.endParagraph(Block.Kind.HEADING);
        case "p" -> blocks.endParagraph(kind());
        case "list" -> lists--;
        case "table-row" -> blocks.endRow();
        case "table" -> blocks.endTable();
        default -> {}
      }
    }

    private Block.Kind kind() {
      if (isTitle) {
        return Block.Kind.HEADING;
      }
      return lists > 0 ? Block.Kind.LIST : Block.Kind.PARAGRAPH;
    }
  }
}
