package parley.knowledge.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Prints a PDF for a test, a line after the other. */
final class PdfFile {

  private static final PDFont PLAIN = new PDType1Font(FontName.TIMES_ROMAN);
  private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);

  private record Line(String text, float x, float y, float size, PDFont font) {}

  private final PDDocument pdf = new PDDocument();
  private final List<Line> lines = new ArrayList<>();
  private float y = 760;

  PdfFile() {
    pdf.getDocumentInformation().setTitle("Microsoft Word - draft3.docx");
  }

  PdfFile titled(String title, String author) {
    pdf.getDocumentInformation().setTitle(title);
    pdf.getDocumentInformation().setAuthor(author);
    return this;
  }

  PdfFile head(String text) {
    lines.add(new Line(text, 72, 810, 9, PLAIN));
    return this;
  }

  PdfFile foot(String text) {
    lines.add(new Line(text, 290, 30, 9, PLAIN));
    return this;
  }

  PdfFile heading(String text) {
    y -= 26;
    lines.add(new Line(text, 72, y, 16, BOLD));
    y -= 10;
    return this;
  }

  /** A paragraph of these lines of 11 points, 13 points apart. */
  PdfFile paragraph(String... texts) {
    y -= 10;
    for (String text : texts) {
      y -= 13;
      lines.add(new Line(text, 72, y, 11, PLAIN));
    }
    return this;
  }

  /** Goes on right at the top of the page. */
  PdfFile more(String... texts) {
    y += 10;
    return paragraph(texts);
  }

  PdfFile page() {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      for (Line line : lines) {
        content.beginText();
        content.setFont(line.font(), line.size());
        content.newLineAtOffset(line.x(), line.y());
        content.showText(line.text());
        content.endText();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.clear();
    y = 760;
    return this;
  }

  /** A page whose content is so many spaces, deflated. */
  PdfFile pageOfSpaces(long count) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    PDStream stream = new PDStream(pdf);
    byte[] spaces = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      for (long done = 0; done < count; done += spaces.length) {
        out.write(spaces);
      }
    }
    page.setContents(stream);
    pdf.addPage(page);
    return this;
  }

  PdfFile lockedFor(String user) throws IOException {
    pdf.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (pdf) {
      pdf.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
