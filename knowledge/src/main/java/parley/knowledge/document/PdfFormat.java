package parley.knowledge.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PDF (ISO 32000), by PDFBox; each block knows its page. */
final class PdfFormat implements DocumentFormat {

  /** So many pages have about {@link DocumentReader#MAX_CHARACTERS}. */
  static final int MAX_PAGES = 1_000;

  private static final Logger log = LoggerFactory.getLogger(PdfFormat.class);

  @Override
  public List<ParsedText> parse(String name, byte[] bytes) {
    PdfStreams.requireModest(name, bytes);
    BundledFonts.use();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      int pages = pdf.getNumberOfPages();
      if (pages > MAX_PAGES) {
        log.warn("{} has {} pages: only its first {} are served", name, pages, MAX_PAGES);
      }
      PdfBlocks text = text(name, pdf);
      List<Block> blocks = text.blocks();
      Map<String, String> metadata = metadata(pdf);
      text.title().ifPresent(title -> metadata.putIfAbsent("title", title));
      return List.of(new ParsedText(metadata, blocks));
    } catch (InvalidPasswordException e) {
      throw new DocumentException(name + " is locked with a password: save it without one", e);
    } catch (IOException e) {
      throw new DocumentException(name + " is a damaged PDF: save it anew", e);
    }
  }

  @Override
  public int maxBytes() {
    return MAX_PACKED_BYTES;
  }

  private static PdfBlocks text(String name, PDDocument pdf) throws IOException {
    PdfLines lines = PdfLines.of(pdf, MAX_PAGES, DocumentReader.MAX_CHARACTERS);
    if (lines.unreadable() > 0) {
      log.warn("{}: {} of its pages are damaged and left out", name, lines.unreadable());
    }
    if (lines.all().isEmpty()) {
      throw new DocumentException(
          name + " holds no text, perhaps pictures of it: have its text recognised first");
    }
    return new PdfBlocks(PdfFurniture.without(lines.all()));
  }

  private static Map<String, String> metadata(PDDocument pdf) {
    Map<String, String> metadata = new HashMap<>();
    put(metadata, "title", pdf.getDocumentInformation().getTitle());
    put(metadata, "author", pdf.getDocumentInformation().getAuthor());
    put(metadata, "language", pdf.getDocumentCatalog().getLanguage());
    return metadata;
  }

  private static void put(Map<String, String> metadata, String key, String value) {
    String plain = value == null ? "" : Whitespace.oneLine(value);
    if (!plain.isEmpty() && !GivenTitle.isNone(key, plain)) {
      metadata.put(key, plain);
    }
  }
}
