package parley.knowledge.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Office Open XML's text documents (ECMA-376, part 1, 17). Read from their XML: Apache POI would
 * add 20 MB to say the same.
 */
final class WordFormat implements DocumentFormat {

  private static final String TEXT = "word/document.xml";
  private static final String STYLES = "word/styles.xml";
  private static final String PROPERTIES = "docProps/core.xml";

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    ZipText zip = ZipText.of(name, bytes, path -> Set.of(TEXT, STYLES, PROPERTIES).contains(path));
    Body body = new Body(WordStyles.of(name, zip.find(STYLES)));
    XmlEvents.read(name, zip.get(TEXT), body);
    return List.of(
        new ParsedText(OfficeMetadata.of(name, zip.find(PROPERTIES)), body.blocks.blocks()));
  }

  @Override
  public int maxBytes() {
    return MAX_PACKED_BYTES;
  }

  /** Hears the body of a document. */
  private static final class Body implements XmlEvents.Listener {

    /** What is there a second time, for programs of other ages, or where it was before. */
    private static final Set<String> SKIPPED = Set.of("Fallback", "moveFrom", "del");

    private final WordStyles styles;
    private final OfficeBlocks blocks = new OfficeBlocks();
    private int skipped;
    private boolean inText;
    private @Nullable String style;
    private boolean isItem;
    private boolean isOutlined;

    Body(WordStyles styles) {
      this.styles = styles;
    }

    @Override
    public void start(String element, XmlEvents.Attributes attributes) {
      if (skipped > 0 || SKIPPED.contains(element)) {
        skipped++;
        return;
      }
      switch (element) {
        case "p" -> startParagraph();
        case "pStyle" -> style = attributes.get("val");
        case "numPr" -> isItem = true;
        case "outlineLvl" -> isOutlined = WordStyles.isHeadingLevel(attributes.get("val"));
        case "t" -> inText = true;
        case "tab", "br", "cr" -> blocks.append(" ");
        case "noBreakHyphen" -> blocks.append("-");
        case "tbl" -> blocks.startTable();
        case "tc" -> blocks.startCell();
        default -> {}
      }
    }

    private void startParagraph() {
      blocks.startParagraph();
      style = null;
      isItem = false;
      isOutlined = false;
    }

    @Override
    public void text(String text) {
      if (inText && skipped == 0) {
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
        case "p" -> blocks.endParagraph(kind());
        case "t" -> inText = false;
        case "tr" -> blocks.endRow();
        case "tbl" -> blocks.endTable();
        default -> {}
      }
    }

    private Block.Kind kind() {
      if (isOutlined || styles.isHeading(style)) {
        return Block.Kind.HEADING;
      }
      return isItem || styles.isItem(style) ? Block.Kind.LIST : Block.Kind.PARAGRAPH;
    }
  }
}
