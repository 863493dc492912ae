package parley.knowledge.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the files that hold documents. */
public final class DocumentFiles {

  private static final String BRIEFING = "/briefing/";

  private DocumentFiles() {}

  /** The briefing on the Paris talks that comes with the program. */
  public static List<DocumentFile> briefing() {
    List<DocumentFile> files = new ArrayList<>();
    for (String name : briefingNames()) {
      files.add(new DocumentFile(withoutEnding(name), name, new Packed(BRIEFING + name)));
    }
    return List.copyOf(files);
  }

  /** What lies in the jar. */
  private record Packed(String name) implements DocumentFile.Content {

    private static final FileStamp UNCHANGING = new FileStamp(0, Instant.EPOCH, null);

    @Override
    public InputStream open() {
      return resource(name);
    }

    @Override
    public Optional<FileStamp> stamp() {
      return Optional.of(UNCHANGING);
    }
  }

  /**
   * All files below the given folders and the given files themselves, hidden ones left out, ordered
   * by id. The id is the file's name without its ending; where two share it, the path below the
   * folder, with its ending if need be.
   *
   * @throws DocumentException if a path does not exist or cannot be listed
   */
  public static List<DocumentFile> in(Collection<Path> paths) {
    Map<Path, FolderListing.Found> byPath = new TreeMap<>();
    for (Path path : paths) {
      FolderListing.of(path).forEach(found -> byPath.put(found.file(), found));
    }
    Collection<FolderListing.Found> all = byPath.values();
    Map<String, Long> shortIds = count(all, found -> shortId(found.relative()));
    Map<String, Long> longIds = count(all, found -> longId(found.relative()));
    Map<String, DocumentFile> byId = new TreeMap<>();
    for (FolderListing.Found found : all) {
      String id = slashed(found.relative());
      if (shortIds.get(shortId(found.relative())) == 1) {
        id = shortId(found.relative());
      } else if (longIds.get(longId(found.relative())) == 1) {
        id = longId(found.relative());
      }
      id = byId.containsKey(id) ? slashed(found.file()) : id;
      byId.put(
          id,
          new DocumentFile(
              id, found.file().toString(), subfolder(found.relative()), found.content()));
    }
    return List.copyOf(byId.values());
  }

  private static Map<String, Long> count(
      Collection<FolderListing.Found> files, Function<FolderListing.Found, String> id) {
    return files.stream().collect(Collectors.groupingBy(id, Collectors.counting()));
  }

  private static String shortId(Path relative) {
    return withoutEnding(nameOf(relative).toString());
  }

  private static String longId(Path relative) {
    return withoutEnding(slashed(relative));
  }

  private static String subfolder(Path relative) {
    Path parent = relative.getParent();
    return parent == null ? "" : slashed(parent);
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
