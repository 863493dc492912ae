package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import parley.knowledge.SourceDocument;

/** Whatever a file's bytes are: it is read, or refused with its name. */
class DocumentFuzzTest {

  @FuzzTest
  void pdf(byte[] bytes) {
    assertReadOrRefused("a.pdf", bytes);
  }

  @FuzzTest
  void archive(byte[] bytes) {
    assertReadOrRefused("a.docx", bytes);
  }

  /** No fuzzer finds its way through a zip's checksums: it is given what lies within. */
  @FuzzTest
  void word(byte[] text) {
    assertReadOrRefused("a.docx", ZipFile.word("").with("word/document.xml", text).bytes());
  }

  @FuzzTest
  void openText(byte[] text) {
    assertReadOrRefused("a.odt", ZipFile.openText("").with("content.xml", text).bytes());
  }

  @FuzzTest
  void book(byte[] contents) {
    assertReadOrRefused("a.epub", ZipFile.book().with("OEBPS/book.opf", contents).bytes());
  }

  @FuzzTest
  void mail(byte[] bytes) {
    assertReadOrRefused("a.eml", bytes);
  }

  @FuzzTest
  void table(byte[] bytes) {
    assertReadOrRefused("a.csv", bytes);
  }

  @FuzzTest
  void jsonLines(byte[] bytes) {
    assertReadOrRefused("a.jsonl", bytes);
  }

  @FuzzTest
  void html(byte[] bytes) {
    assertReadOrRefused("a.html", bytes);
  }

  @FuzzTest
  void markdown(byte[] bytes) {
    assertReadOrRefused("a.md", bytes);
  }

  @FuzzTest
  void plainText(byte[] bytes) {
    assertReadOrRefused("a.txt", bytes);
  }

  private static void assertReadOrRefused(String name, byte[] bytes) {
    List<SourceDocument> documents;
    try {
      documents = Read.all(name, bytes);
    } catch (DocumentException e) {
      assertThat(e.getMessage()).contains(name.substring(2)).doesNotContain("\n");
      return;
    }
    assertThat(documents)
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(document.paragraphs())
                    .isNotEmpty()
                    .noneMatch(paragraph -> paragraph.text().isBlank()));
  }
}
