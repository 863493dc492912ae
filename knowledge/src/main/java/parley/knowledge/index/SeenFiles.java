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
    return now.isPresent() && now.get().equals(read.get(file.id()));
  }

  /** Whether nobody seems to be writing a file: its stamp is that of the last look, or old. */
  boolean isSettled(DocumentFile file, Optional<FileStamp> now) {
    if (now.isEmpty()) {
      return true;
    }
    FileStamp before = last.put(file.id(), now.get());
    return now.get().equals(before)
        || now.get().modified().isBefore(Instant.now().minus(COARSEST_CLOCK));
  }

  /** Remembers that a file was read, or is not worth reading, as it was at this stamp. */
  void wasRead(DocumentFile file, Optional<FileStamp> stamp) {
    read.remove(file.id());
    stamp
        .filter(at -> at.modified().isBefore(Instant.now().minus(COARSEST_CLOCK)))
        .ifPresent(at -> read.put(file.id(), at));
  }

  /** Whether this is news of a file. */
  boolean isNewComplaint(DocumentFile file, String complaint) {
    return !complaint.equals(complaints.put(file.id(), complaint));
  }

  void isWell(DocumentFile file) {
    complaints.remove(file.id());
  }

  /** Forgets all other files. */
  void keepOnly(List<DocumentFile> files) {
    Set<String> ids =
        files.stream().map(DocumentFile::id).collect(Collectors.toCollection(HashSet::new));
    read.keySet().retainAll(ids);
    last.keySet().retainAll(ids);
    complaints.keySet().retainAll(ids);
  }
}
