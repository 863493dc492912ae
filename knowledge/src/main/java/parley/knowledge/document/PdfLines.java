package parley.knowledge.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the lines out of a PDF, with where and how they are printed. For one PDF. */
final class PdfLines extends PDFTextStripper {

  private static final Logger log = LoggerFactory.getLogger(PdfLines.class);

  private final List<PdfLine> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<TextPosition> positions = new ArrayList<>();
  private long charactersLeft;
  private int unreadable;

  private PdfLines(int pages, long characters) {
    charactersLeft = characters;
    setEndPage(pages);
    setSuppressDuplicateOverlappingText(true);
  }

  /**
   * The lines of the first pages.
   *
   * @param pages how many at most
   * @param characters how many at most; pages beyond are left out
   */
  static PdfLines of(PDDocument pdf, int pages, long characters) throws IOException {
    PdfLines lines = new PdfLines(pages, characters);
    lines.writeText(pdf, Writer.nullWriter());
    return lines;
  }

  List<PdfLine> all() {
    return List.copyOf(lines);
  }

  /** How many pages could not be read. */
  int unreadable() {
    return unreadable;
  }

  @Override
  public void processPage(PDPage page) {
    if (charactersLeft <= 0) {
      return;
    }
    try {
      super.processPage(page);
    } catch (IOException | RuntimeException e) {
      log.debug("page {} is damaged", getCurrentPageNo(), e);
      unreadable++;
    }
    text.setLength(0);
    positions.clear();
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (charactersLeft > 0) {
      charactersLeft--;
      super.processTextPosition(position);
    }
  }

  @Override
  protected void writeString(String piece, List<TextPosition> at) {
    text.append(piece);
    positions.addAll(at);
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writePageEnd() {
    endLine();
  }

  @Override
  protected void endArticle() {
    endLine();
  }

  private void endLine() {
    String line = Whitespace.oneLine(text.toString());
    if (!line.isEmpty() && !positions.isEmpty()) {
      TextPosition first = positions.get(0);
      TextPosition last = positions.get(positions.size() - 1);
      lines.add(
          new PdfLine(
              line,
              getCurrentPageNo(),
              first.getXDirAdj(),
              last.getXDirAdj() + last.getWidthDirAdj(),
              first.getYDirAdj(),
              usualSize(),
              positions.stream().allMatch(PdfLines::isBold)));
    }
    text.setLength(0);
    positions.clear();
  }

  /** The size of most of the line: a bullet or a note's number has its own. */
  private float usualSize() {
    return positions.stream()
        .map(TextPosition::getFontSizeInPt)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Float, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private static boolean isBold(TextPosition position) {
    PDFont font = position.getFont();
    String name = font == null ? null : font.getName();
    return name != null && name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|semibold).*");
  }
}
