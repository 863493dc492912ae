package parley.knowledge.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** Reads a file into a document with numbered paragraphs. Thread-safe. */
public final class DocumentReader {

  /**
   * Changes when the same file would be read into other paragraphs, so that kept ones are redone.
   */
  public static final String VERSION = "1";

  private static final TextFormat PLAIN = new PlainTextFormat();
  private static final TextFormat MARKDOWN = new MarkdownFormat();
  private static final TextFormat HTML = new HtmlFormat();

  private static final Map<String, TextFormat> FORMATS =
      Map.of(
          "md",
          MARKDOWN,
          "markdown",
          MARKDOWN,
          "txt",
          PLAIN,
          "text",
          PLAIN,
          "",
          PLAIN,
          "html",
          HTML,
          "htm",
          HTML,
          "xhtml",
          HTML);

  /**
   * Reads one file.
   *
   * @param bytes the file's content
   * @throws DocumentException if the format is not known, or it holds no text
   */
  public SourceDocument read(DocumentFile file, byte[] bytes) {
    TextFormat format = format(file.name());
    FrontMatter head = FrontMatter.of(file.name(), DocumentText.decode(file.name(), bytes));
    ParsedText parsed = format.parse(head.body());
    List<Block> blocks = withoutLeftovers(parsed.blocks());
    Map<String, String> metadata = new HashMap<>(parsed.metadata());
    metadata.putAll(head.values());
    List<Paragraph> paragraphs = Paragraphs.number(blocks, metadata.get("title"));
    if (paragraphs.isEmpty()) {
      throw new DocumentException(file.name() + " holds no text: give it a paragraph or remove it");
    }
    return new SourceDocument(source(file.id(), metadata, blocks, paragraphs), paragraphs);
  }

  private static TextFormat format(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String ending = file.substring(file.lastIndexOf('.') + 1);
    TextFormat format = FORMATS.get(ending.equals(file) ? "" : ending.toLowerCase(Locale.ROOT));
    if (format == null) {
      throw new DocumentException(
          name
              + " is of a format that is not read (."
              + ending
              + "): give it as .md, .txt or .html");
    }
    return format;
  }

  private static List<Block> withoutLeftovers(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.LIST || !WebLeftovers.isLeftover(block.text())) {
        kept.add(block);
      }
    }
    return kept;
  }

  private static Source source(
      String id, Map<String, String> metadata, List<Block> blocks, List<Paragraph> paragraphs) {
    String title = metadata.get("title");
    return new Source(
        id,
        title == null || title.isBlank() ? DocumentTitle.of(blocks, paragraphs) : title,
        metadata.get("publisher"),
        date(metadata.get("date"), blocks),
        WebAddress.of(metadata.get("url")),
        metadata.get("language"),
        paragraphs.size());
  }

  private static @Nullable LocalDate date(@Nullable String given, List<Block> blocks) {
    Optional<LocalDate> date = given == null ? Optional.empty() : PublicationDate.of(given);
    return date.or(
            () ->
                blocks.stream()
                    .filter(block -> block.kind() != Block.Kind.LIST)
                    .flatMap(block -> PublicationDate.ofLine(block.text()).stream())
                    .findFirst())
        .orElse(null);
  }
}
