package parley.knowledge.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** Reads a file into documents with numbered paragraphs. Thread-safe. */
public final class DocumentReader {

  /**
   * Changes when the same file would be read into other paragraphs, so that kept ones are redone.
   */
  public static final String VERSION = "3";

  /** Most characters served of one document: a thousand pages of print have about as many. */
  static final int MAX_CHARACTERS = 3_000_000;

  private static final Logger log = LoggerFactory.getLogger(DocumentReader.class);

  /**
   * Reads one file. What is too long is cut off with a warning that names the file.
   *
   * @param bytes the file's content
   * @return one document, or one for each article of a table, which is without those that hold no
   *     text
   * @throws DocumentException if the format is not known, the file is broken or locked, or it holds
   *     no text
   */
  public List<SourceDocument> read(DocumentFile file, byte[] bytes) {
    List<SourceDocument> documents = new ArrayList<>();
    for (ParsedText parsed : parse(file, bytes)) {
      document(file, parsed).ifPresent(documents::add);
    }
    if (documents.isEmpty()) {
      throw new DocumentException(file.name() + " holds no text: give it a paragraph or remove it");
    }
    return List.copyOf(documents);
  }

  /** What a parser has not thought of is still the file's fault, and not worth the process. */
  private static List<ParsedText> parse(DocumentFile file, byte[] bytes) {
    try {
      return DocumentFormats.of(file.name()).parse(file.name(), bytes);
    } catch (DocumentException e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new DocumentException(
          file.name() + " is nested too deeply: save it in a simpler form", e);
    } catch (OutOfMemoryError e) {
      throw new DocumentException(
          file.name() + " takes more memory than there is: split it, or give Java more", e);
    } catch (RuntimeException e) {
      log.debug("{} made its parser fail", file.name(), e);
      throw new DocumentException(file.name() + " is damaged: save it anew", e);
    }
  }

  private static Optional<SourceDocument> document(DocumentFile file, ParsedText parsed) {
    Map<String, String> metadata = parsed.metadata();
    List<Block> blocks = withoutLeftovers(bounded(file.name(), parsed.blocks()));
    List<Paragraph> paragraphs = Paragraphs.number(blocks, metadata.get("title"));
    String id = parsed.key() == null ? file.id() : file.id() + "/" + parsed.key();
    return paragraphs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SourceDocument(
                source(id, file.subfolder(), metadata, blocks, paragraphs), paragraphs));
  }

  private static List<Block> bounded(String name, List<Block> blocks) {
    List<Block> bounded = new ArrayList<>();
    int characters = 0;
    for (Block block : blocks) {
      for (Block piece : block.pieces()) {
        characters += piece.text().length();
        if (characters > MAX_CHARACTERS) {
          log.warn(
              "{} is long: only its first {} characters are served, split it",
              name,
              MAX_CHARACTERS);
          return bounded;
        }
        bounded.add(piece);
      }
    }
    return bounded;
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
      String id,
      String subfolder,
      Map<String, String> metadata,
      List<Block> blocks,
      List<Paragraph> paragraphs) {
    String title = metadata.get("title");
    return new Source(
        id,
        title == null || title.isBlank() ? DocumentTitle.of(blocks, paragraphs) : title,
        metadata.get("publisher"),
        date(metadata.get("date"), blocks),
        WebAddress.of(metadata.get("url")),
        metadata.get("language"),
        paragraphs.size(),
        metadata.get("author"),
        Tags.of(metadata.get("tags")),
        subfolder);
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
