package parley.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFilesTest {

  @TempDir private Path folder;

  @Test
  void namesAFileByItsNameWithoutEnding() throws IOException {
    write("talks.md");
    write("deep/down/report.v2.txt");
    write(".hidden/secret.md");

    assertThat(ids(folder)).containsExactly("report.v2", "talks");
  }

  @Test
  void tellsFilesOfTheSameNameApart() throws IOException {
    write("talks.md");
    write("talks.txt");
    write("old/talks.md");

    assertThat(ids(folder)).containsExactly("old/talks", "talks.md", "talks.txt");
  }

  @Test
  void tellsTheSubfolderOfAFile() throws IOException {
    write("public/2026/talks.md");
    write("notes.md");
    assertThat(DocumentFiles.in(List.of(folder)))
        .extracting(file -> file.subfolder() + ": " + file.id())
        .containsExactly(": notes", "public/2026: talks");
  }

  @Test
  void takesAFileForItself() throws IOException {
    write("talks.md");

    assertThat(ids(folder.resolve("talks.md"))).containsExactly("talks");
  }

  @Test
  void followsALinkToTheFolder() throws IOException {
    write("current/2026/talks.md");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("current"));

    assertThat(DocumentFiles.in(List.of(link)))
        .extracting(file -> file.subfolder() + ": " + file.id())
        .containsExactly("2026: talks");
  }

  @Test
  void saysThatAFolderIsMissing() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> DocumentFiles.in(List.of(missing)))
        .isInstanceOf(DocumentException.class)
        .hasMessage(missing + " does not exist: name a folder or a file of documents");
  }

  @Test
  void holdsTheBriefing() {
    assertThat(DocumentFiles.briefing())
        .extracting(DocumentFile::id)
        .contains("paris-meeting", "five-priorities");
  }

  private static List<String> ids(Path path) {
    return DocumentFiles.in(List.of(path)).stream().map(DocumentFile::id).toList();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Text.");
  }
}
