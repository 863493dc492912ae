package parley.knowledge.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Lists the files below a folder: not hidden ones, and not what links to folders in it lead to. */
final class FolderListing {

  /** A folder with more was hardly meant. */
  static final int MAX_FILES = 50_000;

  /** Says what to fetch; no document. */
  private static final String SOURCES = "sources.yaml";

  private final Path folder;
  private final Path root;
  private final List<Found> found = new ArrayList<>();

  private FolderListing(Path folder, Path root) {
    this.folder = folder;
    this.root = root;
  }

  /**
   * A file to be read.
   *
   * @param file its absolute path
   * @param relative its path below the folder
   * @param content what opens it
   */
  record Found(Path file, Path relative, DocumentFile.Content content) {}

  /**
   * The files below a folder, or a file itself, in no particular order.
   *
   * @throws DocumentException if the path does not exist, cannot be listed or holds too many files
   */
  static List<Found> of(Path path) {
    if (!Files.exists(path)) {
      throw new DocumentException(path + " does not exist: name a folder or a file of documents");
    }
    if (!Files.isReadable(path)) {
      throw new DocumentException(path + " cannot be read: check its permissions");
    }
    try {
      Path root = path.toRealPath();
      if (!Files.isDirectory(path)) {
        Path file = path.toAbsolutePath().normalize();
        return List.of(new Found(file, file.getFileName(), new FolderFile(file, root)));
      }
      Path folder = Files.isSymbolicLink(path) ? root : path;
      FolderListing listing = new FolderListing(folder, root);
      Files.walkFileTree(folder, listing.visitor());
      return listing.found;
    } catch (IOException e) {
      throw new DocumentException(path + " cannot be listed: check its permissions", e);
    }
  }

  private FileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return !directory.equals(folder) && isHidden(directory)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file) && Files.isRegularFile(file)) {
          Path absolute = file.toAbsolutePath().normalize();
          add(file, new FolderFile(absolute, root));
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(folder)) {
          throw e;
        }
        if (!(e instanceof NoSuchFileException)) {
          add(
              file,
              () -> {
                throw e;
              });
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path directory, IOException e) {
        return FileVisitResult.CONTINUE;
      }
    };
  }

  /**
   * Hidden, the list of what to fetch, or there while a program of Microsoft's has a document open.
   */
  private static boolean isHidden(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") || name.startsWith("~$") || name.equals(SOURCES);
  }

  private void add(Path file, DocumentFile.Content content) {
    if (found.size() == MAX_FILES) {
      throw new DocumentException(
          folder + " holds more than " + MAX_FILES + " files: name a smaller folder");
    }
    found.add(new Found(file.toAbsolutePath().normalize(), folder.relativize(file), content));
  }
}
