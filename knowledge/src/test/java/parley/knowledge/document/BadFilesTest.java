package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("faults")
class BadFilesTest {

  private static final String PARAGRAPH = "<w:p><w:r><w:t>Ships come at dawn.</w:t></w:r></w:p>";

  @Test
  void opensNoLockedPdf() throws IOException {
    assertFails(
        "locked.pdf",
        new PdfFile().paragraph("Secret.").page().lockedFor("user").bytes(),
        "locked.pdf is locked with a password: save it without one");
  }

  @Test
  void readsAPdfThatOpensWithoutAPassword() throws IOException {
    assertThat(
            Read.paragraphs(
                "a.pdf", new PdfFile().paragraph("Open to all.").page().lockedFor("").bytes()))
        .containsExactly("Open to all.");
  }

  @Test
  void saysThatAPdfIsOfPictures() {
    assertFails(
        "scan.pdf",
        new PdfFile().page().bytes(),
        "scan.pdf holds no text, perhaps pictures of it: have its text recognised first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "docx", "odt", "epub"})
  void saysThatAFileIsDamaged(String ending) {
    byte[] noise = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Read.all("noise." + ending, noise))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void readsTheFirstPagesOfALongPdf() {
    PdfFile pdf = new PdfFile();
    for (int page = 1; page <= 5_000; page++) {
      pdf.paragraph("This is what page " + page + " of the long report says.").page();
    }
    byte[] printed = pdf.bytes();

    var paragraphs = Read.file("long.pdf", printed).paragraphs();

    assertThat(paragraphs).hasSize(PdfFormat.MAX_PAGES);
    assertThat(paragraphs.get(PdfFormat.MAX_PAGES - 1))
        .returns(PdfFormat.MAX_PAGES, paragraph -> paragraph.page());
  }

  @Test
  void unpacksNoPdfToMoreThanMemoryHolds() throws IOException {
    byte[] bomb = new PdfFile().pageOfSpaces(400L << 20).bytes();

    assertThat(bomb.length).isLessThan(1 << 20);
    assertFails(
        "bomb.pdf",
        bomb,
        "bomb.pdf holds a stream that unpacks to more than 64 MiB: save it with smaller pictures");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/document.xml", "word/media/image1.png"})
  void unpacksNoOfficeDocumentToMoreThanMemoryHolds(String bomb) {
    assertFails(
        "bomb.docx",
        ZipFile.word(PARAGRAPH).withZeros(bomb, 60 << 20).bytes(),
        "bomb.docx unpacks to over 200 times its size: make it smaller");
  }

  @Test
  void unpacksNoCrowdOfFiles() {
    ZipFile crowd = ZipFile.word(PARAGRAPH);
    for (int i = 0; i <= ZipText.MAX_FILES; i++) {
      crowd.with("word/media/" + i, "");
    }

    assertFails(
        "crowd.docx",
        crowd.bytes(),
        "crowd.docx unpacks to more than 20000 files: make it smaller");
  }

  @Test
  void expandsNoEntities() {
    String lol =
        "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
    byte[] word =
        new ZipFile()
            .with(
                "word/document.xml", lol + "<w:d xmlns:w=\"w\"><w:p><w:t>&b;&f;</w:t></w:p></w:d>")
            .bytes();

    assertFails("lol.docx", word, "lol.docx is damaged or uses XML entities: save it anew");
  }

  @Test
  void opensNoOfficeDocumentThatIsLocked() {
    byte[] compound = new byte[4096];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, compound, 0, 4);
    assertFails(
        "locked.docx",
        compound,
        "locked.docx is locked with a password, or of a format before 2007: save it anew without a"
            + " password");
    assertFails(
        "locked.odt",
        ZipFile.openText("noise")
            .with("META-INF/manifest.xml", "<manifest:encryption-data/>")
            .bytes(),
        "locked.odt is locked with a password: save it without one");
    assertFails(
        "locked.epub",
        ZipFile.book()
            .with("META-INF/encryption.xml", "<CipherReference URI=\"OEBPS/text/one%201.xhtml\"/>")
            .bytes(),
        "locked.epub is locked against copying: use a free copy");
  }

  @Test
  void readsWhatIsNestedWithoutEnd() {
    String deep = "<div>".repeat(100_000) + "Deep down." + "</div>".repeat(100_000);
    byte[] boxes =
        ZipFile.word("<w:p>".repeat(50_000) + "<w:t>Deep down.</w:t>" + "</w:p>".repeat(50_000))
            .bytes();

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          assertReadOrRefused("deep.html", deep.getBytes(StandardCharsets.UTF_8));
          assertReadOrRefused(
              "deep.md", "> ".repeat(100_000).concat("x").getBytes(StandardCharsets.UTF_8));
          assertReadOrRefused(
              "deep.jsonl", ("{\"text\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
          assertReadOrRefused("deep.docx", boxes);
        });
  }

  @Test
  void servesTheStartOfAText() {
    String line = "This line of the long text says what it says. ".repeat(20).strip();
    String text = (line + "\n").repeat(5_000_000 / line.length());

    var paragraphs = Read.file("long.txt", text).paragraphs();

    int characters = paragraphs.stream().mapToInt(paragraph -> paragraph.text().length()).sum();
    assertThat(characters).isBetween(2_900_000, DocumentReader.MAX_CHARACTERS);
  }

  @Test
  void partsAParagraphWithoutEnd() {
    assertThat(Read.file("a.txt", "word ".repeat(100_000)).paragraphs())
        .allMatch(paragraph -> paragraph.text().length() <= 30_000)
        .hasSize(17);
  }

  @Test
  void readsNoFileWhileItIsWritten() {
    AtomicLong size = new AtomicLong();
    DocumentFile.Content growing =
        new DocumentFile.Content() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream("Half a sen".getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Optional<FileStamp> stamp() {
            return Optional.of(new FileStamp(size.incrementAndGet(), Instant.EPOCH, null));
          }
        };

    assertThatThrownBy(() -> new DocumentFile("a", "a.txt", growing).bytes())
        .isInstanceOf(DocumentException.class)
        .hasMessage("a.txt is being written: it is read when that is done");
  }

  @Test
  void saysANameInOneLine() {
    DocumentFile file =
        new DocumentFile("a", "a\nb.txt", () -> new ByteArrayInputStream(new byte[0]));

    assertThat(file.name()).isEqualTo("a?b.txt");
  }

  private static void assertReadOrRefused(String name, byte[] content) {
    try {
      assertThat(Read.all(name, content)).isNotEmpty();
    } catch (DocumentException e) {
      assertThat(e).hasMessageStartingWith(name);
    }
  }

  private static void assertFails(String name, byte[] content, String message) {
    assertThatThrownBy(() -> Read.all(name, content))
        .isInstanceOf(DocumentException.class)
        .hasMessage(message);
  }
}
