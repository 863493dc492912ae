package parley.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of the jar, copied out of it once: to inflate a model at each start costs half a second.
 */
final class UnpackedResource {

  private UnpackedResource() {}

  /**
   * The file, copied if it is not there or not whole.
   *
   * @throws IndexException if it cannot be written
   */
  static Path of(String resource, Path folder) {
    return of(resource, new byte[0], folder);
  }

  /**
   * The file with these bytes after it, copied if it is not there or not whole.
   *
   * @throws IndexException if it cannot be written
   */
  static Path of(String resource, byte[] end, Path folder) {
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try {
      URLConnection packed = url(resource).openConnection();
      if (!Files.exists(file) || Files.size(file) != packed.getContentLengthLong() + end.length) {
        Files.createDirectories(folder);
        copy(packed, end, file, folder);
      }
      return file;
    } catch (IOException e) {
      throw new IndexException(
          "the folder " + folder + " cannot be written: check it and the disk, or name another", e);
    }
  }

  /** Under another name first, so that no process finds half of it. */
  private static void copy(URLConnection packed, byte[] end, Path file, Path folder)
      throws IOException {
    Path half = Files.createTempFile(folder, "unpacking", ".tmp");
    try (InputStream in = packed.getInputStream()) {
      Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
      Files.write(half, end, StandardOpenOption.APPEND);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static URL url(String resource) {
    URL url = UnpackedResource.class.getResource(resource);
    if (url == null) {
      throw new IndexException("the jar lacks " + resource + ": build it again");
    }
    return url;
  }
}
