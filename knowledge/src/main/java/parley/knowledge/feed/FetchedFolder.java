package parley.knowledge.feed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The folder that fetched documents are kept in, with what is known of each. For one thread. */
final class FetchedFolder {

  /** Hidden, so that it is not taken for a document. */
  private static final String STATE = ".fetched.json";

  private static final Map<String, String> ENDINGS =
      Map.of(
          "text/html", ".html",
          "application/xhtml+xml", ".html",
          "text/plain", ".txt",
          "text/markdown", ".md",
          "application/pdf", ".pdf",
          "application/epub+zip", ".epub",
          "application/vnd.oasis.opendocument.text", ".odt",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

  private static final Set<String> TEXTS = Set.of(".html", ".txt", ".md");
  private static final int LONGEST_NAME = 60;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path folder;
  private final Map<String, FetchedEntry> entries;

  private FetchedFolder(Path folder, Map<String, FetchedEntry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /** Opens the folder, which is made if it does not exist. */
  static FetchedFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path state = folder.resolve(STATE);
    Map<String, FetchedEntry> entries = new TreeMap<>();
    if (Files.exists(state)) {
      try {
        entries.putAll(
            JSON.readValue(state.toFile(), new TypeReference<Map<String, FetchedEntry>>() {}));
      } catch (IOException e) {
        Files.delete(state);
      }
    }
    return new FetchedFolder(folder, entries);
  }

  /** What is known of an address; empty if nothing of it is kept. */
  Optional<FetchedEntry> find(String address) {
    return Optional.ofNullable(entries.get(address));
  }

  /** Changes what is known of an address of which something is kept. */
  void note(String address, UnaryOperator<FetchedEntry> change) throws IOException {
    if (entries.computeIfPresent(address, (key, entry) -> change.apply(entry)) != null) {
      save();
    }
  }

  Fetched.Validators validators(String address) {
    FetchedEntry entry = entries.get(address);
    boolean kept =
        entry != null && (entry.file() == null || Files.exists(folder.resolve(entry.file())));
    return kept ? entry.validators() : Fetched.Validators.NONE;
  }

  /**
   * Remembers a feed, so that it is asked for only if it is new.
   *
   * @param checked when all its articles were looked at
   */
  void rememberFeed(String feed, Fetched.Validators validators, Instant checked)
      throws IOException {
    entries.put(
        feed,
        new FetchedEntry(
            null,
            feed,
            validators.etag(),
            validators.modified(),
            checked.toEpochMilli(),
            0,
            false));
    save();
  }

  /**
   * Writes a document to its file, all of it or nothing.
   *
   * @param list the feed that led to it, or its own address
   * @param metadata for the front matter of a text
   * @return whether it is another than the one kept
   * @throws FetchException if its type is none that is read
   */
  boolean write(
      String address, String list, Fetched fetched, Map<String, String> metadata, Instant now)
      throws IOException {
    String ending = ENDINGS.get(fetched.type());
    if (ending == null) {
      throw new FetchException(address + " is of a type that is not read (" + fetched.type() + ")");
    }
    String file = name(address) + ending;
    byte[] content = TEXTS.contains(ending) ? withFrontMatter(fetched, metadata) : fetched.body();
    Path target = folder.resolve(file);
    boolean changed = !Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content);
    if (changed) {
      Path part = Files.write(folder.resolve("." + file + ".part"), content);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    deleteOther(file, entries.get(address));
    Fetched.Validators validators = fetched.validators();
    entries.put(
        address,
        new FetchedEntry(
            file, list, validators.etag(), validators.modified(), now.toEpochMilli(), 0, false));
    save();
    return changed;
  }

  /** What was kept before, where it was of another type. */
  private void deleteOther(String file, @Nullable FetchedEntry before) throws IOException {
    String old = before == null ? null : before.file();
    if (old != null && !old.equals(file)) {
      Files.deleteIfExists(folder.resolve(old));
    }
  }

  /** Deletes what these lists no longer lead to. */
  void keepOnly(Set<String> lists) throws IOException {
    Set<String> gone = new HashSet<>();
    for (Map.Entry<String, FetchedEntry> entry : entries.entrySet()) {
      if (!lists.contains(entry.getValue().list())) {
        gone.add(entry.getKey());
        if (entry.getValue().file() != null) {
          Files.deleteIfExists(folder.resolve(entry.getValue().file()));
        }
      }
    }
    if (!gone.isEmpty()) {
      entries.keySet().removeAll(gone);
      save();
    }
  }

  private void save() throws IOException {
    Path part = folder.resolve(STATE + ".part");
    JSON.writeValue(part.toFile(), entries);
    Files.move(part, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] withFrontMatter(Fetched fetched, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(
        YAML.writeValueAsString(new LinkedHashMap<>(metadata)).getBytes(StandardCharsets.UTF_8));
    content.writeBytes("---\n".getBytes(StandardCharsets.UTF_8));
    content.writeBytes(
        fetched.charset().equals(StandardCharsets.UTF_8)
            ? fetched.body()
            : new String(fetched.body(), fetched.charset()).getBytes(StandardCharsets.UTF_8));
    return content.toByteArray();
  }

  /** The last words of the address, and a hash that tells it from all others. */
  private static String name(String address) {
    String path = address.replaceFirst("^[^:]+://", "").replaceFirst("[?#].*$", "");
    String words =
        path.replaceFirst("\\.\\w{1,5}$", "")
            .replaceFirst("/+$", "")
            .replaceFirst("^.*/", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-");
    String hash =
        UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    return words.substring(0, Math.min(LONGEST_NAME, words.length())) + "-" + hash;
  }
}
