package parley.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The content of a file on disk, if it is within the folder that is served.
 *
 * @param file where it is
 * @param root the real path that it must not lead out of
 */
record FolderFile(Path file, Path root) implements DocumentFile.Content {

  /**
   * Opens it.
   *
   * @throws DocumentException if it is a link out of the folder
   */
  @Override
  public InputStream open() throws IOException {
    if (Files.isSymbolicLink(file) && !file.toRealPath().startsWith(root)) {
      throw new DocumentException(
          file + " is a link out of the folder, which is not followed: put the file itself there");
    }
    return Files.newInputStream(file);
  }

  @Override
  public Optional<Path> folder() {
    return Optional.ofNullable(file.getParent());
  }

  @Override
  public Optional<FileStamp> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new FileStamp(now.size(), now.lastModifiedTime().toInstant(), now.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
