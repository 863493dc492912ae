package parley.knowledge.index;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.FileStamp;

/** What was seen of files before, so that only those are read that have changed. */
final class SeenFiles {

  /**
   * Clocks of file systems are this coarse at worst (FAT): whoever reads a file so soon after it
   * was written cannot tell by its stamp that it was written once more.
   */
  private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

  private final Map<String, FileStamp> read = new HashMap<>();
  private final Map<String, FileStamp> last = new HashMap<>();
  private final Map<String, String> complaints = new HashMap<>();

  /** Whether a file is as it was when it was read last, by its stamp. */
  boolean isUnchanged(DocumentFile file, Optional<FileStamp> now) {
    return now.isPresent() && now.get().equals(read.get(key(file)));
  }

  /** Whether nobody seems to be writing a file: its stamp is that of the last look, or old. */
  boolean isSettled(DocumentFile file, Optional<FileStamp> now) {
    if (now.isEmpty()) {
      return true;
    }
    FileStamp before = last.put(key(file), now.get());
    return now.get().equals(before)
        || now.get().modified().isBefore(Instant.now().minus(COARSEST_CLOCK));
  }

  /** Remembers that a file was read, or is not worth reading, as it was at this stamp. */
  void wasRead(DocumentFile file, Optional<FileStamp> stamp) {
    read.remove(key(file));
    stamp
        .filter(at -> at.modified().isBefore(Instant.now().minus(COARSEST_CLOCK)))
        .ifPresent(at -> read.put(key(file), at));
  }

  /** Forgets that files were read, so that all are read again. */
  void forgetReads() {
    read.clear();
  }

  /** Whether this is news of a file. */
  boolean isNewComplaint(DocumentFile file, String complaint) {
    return !complaint.equals(complaints.put(key(file), complaint));
  }

  void isWell(DocumentFile file) {
    complaints.remove(key(file));
  }

  /** Forgets all other files. */
  void keepOnly(List<DocumentFile> files) {
    Set<String> keys =
        files.stream().map(SeenFiles::key).collect(Collectors.toCollection(HashSet::new));
    read.keySet().retainAll(keys);
    last.keySet().retainAll(keys);
    complaints.keySet().retainAll(keys);
  }

  /** A file that was moved keeps its stamp, and mostly its id. */
  private static String key(DocumentFile file) {
    return file.id() + "\n" + file.name();
  }
}
