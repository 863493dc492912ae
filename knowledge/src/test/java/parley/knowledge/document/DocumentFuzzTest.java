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
  void word(byte[] bytes) {
    assertReadOrRefused("a.docx", bytes);
  }

  @FuzzTest
  void openText(byte[] bytes) {
    assertReadOrRefused("a.odt", bytes);
  }

  @FuzzTest
  void book(byte[] bytes) {
    assertReadOrRefused("a.epub", bytes);
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
