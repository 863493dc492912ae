package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.knowledge.SourceDocument;

/** Whatever happens to a file's bytes: it is read, within bounds, or refused with its name. */
class DamagedFilesTest {

  private static final int RUNS = 150;

  private static final Map<String, byte[]> FILES = files();

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(
        "a.pdf",
        new PdfFile()
            .titled("A", "B")
            .heading("Head")
            .paragraph("Ships come.", "So.")
            .page()
            .bytes());
    files.put("a.docx", ZipFile.word("<w:p><w:r><w:t>Ships come.</w:t></w:r></w:p>").bytes());
    files.put("a.odt", ZipFile.openText("<text:p>Ships come.</text:p>").bytes());
    files.put("a.epub", ZipFile.book().bytes());
    files.put(
        "a.eml",
        text(
            "From: a@b.example\nSubject: =?utf-8?Q?Caf=C3=A9?=\nContent-Type: multipart/mixed;"
                + " boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
                + "Content-Transfer-Encoding: base64\n\nPHA+U2hpcHMgY29tZS48L3A+\n--x--\n"));
    files.put("a.csv", text("title,date,text\nA,2025-03-04,\"Ships, \"\"come\"\"\"\nB,,Go\n"));
    files.put("a.jsonl", text("{\"title\":\"A\",\"text\":\"Ships come.\"}\n{\"text\":\"Go\"}\n"));
    files.put(
        "a.html",
        text(
            "<meta property='og:title' content='A'><script type='application/ld+json'>{\"@type\":"
                + "\"Article\",\"headline\":\"B\"}</script><table><tr><th>A<td>b</table><ul><li>c"));
    files.put(
        "a.md", text("---\ntitle: A\ndate: 2025-03-04\n---\n# A\n\n- b\n- c\n\n| d |\n|-|\n"));
    files.put("a.txt", text("Head\n\nShips come at dawn.\n1. They go."));
    return files;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> filesAndSeeds() {
    return FILES.keySet().stream()
        .flatMap(name -> Stream.of(1L, 2L).map(seed -> Arguments.of(name, seed)));
  }

  @ParameterizedTest
  @MethodSource("filesAndSeeds")
  void isReadOrRefused(String name, long seed) {
    Random random = new Random(seed);
    byte[] original = FILES.get(name);

    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          for (int run = 0; run < RUNS; run++) {
            assertReadOrRefused(name, damaged(original, random));
          }
        });
  }

  private static void assertReadOrRefused(String name, byte[] bytes) {
    List<SourceDocument> documents;
    try {
      documents = Read.all(name, bytes);
    } catch (DocumentException e) {
      assertThat(e.getMessage()).contains(name.substring(2)).doesNotContain("\n");
      return;
    }
    assertThat(documents).isNotEmpty();
    for (SourceDocument document : documents) {
      assertThat(document.source().title()).isNotBlank();
      assertThat(document.paragraphs())
          .isNotEmpty()
          .allMatch(paragraph -> !paragraph.text().isBlank());
      assertThat(document.source().paragraphs()).isEqualTo(document.paragraphs().size());
    }
  }

  /** Cut short, overwritten, doubled or shuffled in one to four places. */
  private static byte[] damaged(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(40, bytes.length - from));
      switch (random.nextInt(5)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, from));
        case 1 -> bytes[from] ^= (byte) (1 << random.nextInt(8));
        case 2 -> {
          byte[] noise = new byte[length];
          random.nextBytes(noise);
          System.arraycopy(noise, 0, bytes, from, length);
        }
        case 3 -> bytes = doubled(bytes, from, length);
        default ->
            System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, from, length);
      }
    }
    return bytes;
  }

  private static byte[] doubled(byte[] bytes, int from, int length) {
    byte[] doubled = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(bytes, from, doubled, from + length, bytes.length - from);
    return doubled;
  }
}
