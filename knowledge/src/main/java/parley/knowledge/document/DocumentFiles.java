package parley.knowledge.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that hold documents. */
public final class DocumentFiles {

  private static final String BRIEFING = "/briefing/";

  private DocumentFiles() {}

  /** The briefing on the Paris talks that comes with the program. */
  public static List<DocumentFile> briefing() {
    List<DocumentFile> files = new ArrayList<>();
    for (String name : briefingNames()) {
      files.add(new DocumentFile(withoutEnding(name), name, () -> resource(BRIEFING + name)));
    }
    return List.copyOf(files);
  }

  /**
   * All files below the given folders and the given files themselves, hidden ones left out, ordered
   * by id. The id is the file's name without its ending; where two share it, the path below the
   * folder, with its ending if need be.
   *
   * @throws DocumentException if a path does not exist or cannot be listed
   */
  public static List<DocumentFile> in(Collection<Path> paths) {
    Map<Path, Path> relativeByFile = new TreeMap<>();
    for (Path path : paths) {
      relativeByFile.putAll(filesAt(path));
    }
    Map<String, Long> shortIds = count(relativeByFile.values(), DocumentFiles::shortId);
    Map<String, Long> longIds = count(relativeByFile.values(), DocumentFiles::longId);
    Map<String, DocumentFile> byId = new TreeMap<>();
    relativeByFile.forEach(
        (file, relative) -> {
          String id = slashed(relative);
          if (shortIds.get(shortId(relative)) == 1) {
            id = shortId(relative);
          } else if (longIds.get(longId(relative)) == 1) {
            id = longId(relative);
          }
          id = byId.containsKey(id) ? slashed(file) : id;
          byId.put(id, new DocumentFile(id, file.toString(), () -> Files.newInputStream(file)));
        });
    return List.copyOf(byId.values());
  }

  private static Map<String, Long> count(Collection<Path> paths, Function<Path, String> id) {
    return paths.stream().collect(Collectors.groupingBy(id, Collectors.counting()));
  }

  private static Map<Path, Path> filesAt(Path path) {
    if (!Files.exists(path)) {
      throw new DocumentException(path + " does not exist: name a folder or a file of documents");
    }
    if (!Files.isReadable(path)) {
      throw new DocumentException(path + " cannot be read: check its permissions");
    }
    if (!Files.isDirectory(path)) {
      return Map.of(path.toAbsolutePath().normalize(), nameOf(path));
    }
    Map<Path, Path> files = new HashMap<>();
    try (Stream<Path> walk = Files.walk(path)) {
      walk.filter(file -> Files.isRegularFile(file) && isVisible(path.relativize(file)))
          .forEach(file -> files.put(file.toAbsolutePath().normalize(), path.relativize(file)));
    } catch (IOException | UncheckedIOException e) {
      throw new DocumentException(path + " cannot be listed: check its permissions", e);
    }
    return files;
  }

  private static boolean isVisible(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private static String shortId(Path relative) {
    return withoutEnding(nameOf(relative).toString());
  }

  private static String longId(Path relative) {
    return withoutEnding(slashed(relative));
  }

  private static Path nameOf(Path path) {
    return Objects.requireNonNullElse(path.toAbsolutePath().normalize().getFileName(), path);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  private static List<String> briefingNames() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(resource(BRIEFING + "index.txt"), StandardCharsets.UTF_8))) {
      return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the briefing inside the jar cannot be read", e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = DocumentFiles.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the jar lacks " + name + ": build it again");
    }
    return in;
  }
}
