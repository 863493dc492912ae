package parley.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Progress;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentReader;
import parley.knowledge.document.FileStamp;

/** Brings an index up to date with files, at the cost of what changed. Thread-safe. */
public final class IndexUpdater {

  private static final Logger log = LoggerFactory.getLogger(IndexUpdater.class);

  /**
   * So many are embedded together, on all processors, and then saved; at most as many are embedded
   * in vain if the process dies.
   */
  private static final int PASSAGES_A_BATCH = 64;

  /** Passages are about 3 KB each, so no more than these wait in memory to be written. */
  private static final int PASSAGES_A_CHANGE = 4_000;

  private final PassageIndex index;
  private final StoredEmbeddingModel embeddings;
  private final DocumentReader reader = new DocumentReader();
  private final SeenFiles seen = new SeenFiles();

  /** An updater of an index whose passages that model embeds. */
  public IndexUpdater(PassageIndex index, StoredEmbeddingModel embeddings) {
    this.index = index;
    this.embeddings = embeddings;
  }

  /**
   * Adds new files, replaces changed ones and takes out those that are gone. A file that cannot be
   * read is skipped with a warning that names it; what was read of it before goes on being served.
   *
   * @throws IndexException if the index cannot be changed
   */
  public synchronized void update(List<DocumentFile> files, Progress progress) {
    Pass pass = new Pass(files);
    for (int i = 0; i < files.size(); i++) {
      int done = i;
      pass.read(files.get(i), () -> progress.at(done, files.size()));
    }
    pass.end();
    progress.at(files.size(), files.size());
  }

  /**
   * The same again and again, at the cost of a look at each file: those are read whose size or time
   * has changed, once they keep still. Each change is served as soon as it is read.
   *
   * @param stop asked after each file whether to leave the others
   * @return whether a file is still being written, so that another look is due
   * @throws IndexException if the index cannot be changed
   */
  public synchronized boolean refresh(List<DocumentFile> files, BooleanSupplier stop) {
    Pass pass = new Pass(files);
    boolean unsettled = false;
    for (DocumentFile file : files) {
      Optional<FileStamp> stamp = file.content().stamp();
      if (seen.isUnchanged(file, stamp)) {
        continue;
      }
      if (!seen.isSettled(file, stamp)) {
        unsettled = true;
      } else if (pass.read(file, () -> {})) {
        pass.write();
      }
      if (stop.getAsBoolean()) {
        break;
      }
    }
    pass.end();
    return unsettled;
  }

  /** One look at all files. */
  private final class Pass {

    private final KnownDocuments known = new KnownDocuments(index);
    private final Set<String> files;
    private final Set<String> claimed = new TreeSet<>();
    private final List<IndexChange> changes = new ArrayList<>();
    private final ChangeLog changeLog = new ChangeLog();
    private final List<CutDocument> unembedded = new ArrayList<>();
    private int unembeddedPassages;
    private int passages;

    Pass(List<DocumentFile> all) {
      files = all.stream().map(DocumentFile::id).collect(Collectors.toSet());
      seen.keepOnly(all);
      known.notOf(files).forEach(this::remove);
    }

    /** Whether anything was new in the file. */
    boolean read(DocumentFile file, Runnable beforeReading) {
      int before = size();
      try {
        Optional<FileStamp> stamp = file.content().stamp();
        byte[] bytes = file.bytes();
        seen.wasRead(file, stamp);
        String fingerprint = KnownDocuments.fingerprint(file, bytes);
        if (!known.isUpToDate(file, fingerprint)) {
          beforeReading.run();
          put(file, reader.read(file, bytes), fingerprint);
        }
        seen.isWell(file);
      } catch (DocumentException e) {
        complain(file, e.getMessage());
      }
      return size() > before;
    }

    private int size() {
      return changes.size() + unembedded.size();
    }

    private void complain(DocumentFile file, String complaint) {
      if (seen.isNewComplaint(file, complaint)) {
        boolean served = !known.of(file).isEmpty();
        log.warn(
            "skipped: {}{}", complaint, served ? " (what it held before is still served)" : "");
      }
    }

    private void put(DocumentFile file, List<SourceDocument> read, String ofFile) {
      Set<String> gone = new TreeSet<>(known.of(file));
      for (SourceDocument document : read) {
        String id = document.source().id();
        if (known.isOfAnother(id, file, files) || !claimed.add(id)) {
          complain(file, file.name() + " brings " + id + ", which another file does: rename one");
          continue;
        }
        gone.remove(id);
        String fingerprint = KnownDocuments.fingerprint(file, document, ofFile);
        if (!known.holds(file, id, fingerprint)) {
          add(CutDocument.of(document, fingerprint, file.id()));
        }
      }
      gone.forEach(this::remove);
    }

    private void add(CutDocument cut) {
      unembedded.add(cut);
      changeLog.put(cut.id(), known.has(cut.id()));
      unembeddedPassages += cut.cuts().size();
      if (unembeddedPassages >= PASSAGES_A_BATCH) {
        embed();
      }
      if (passages >= PASSAGES_A_CHANGE) {
        write();
      }
    }

    private void embed() {
      changes.addAll(CutDocument.embedded(unembedded, embeddings));
      embeddings.save();
      unembedded.clear();
      passages += unembeddedPassages;
      unembeddedPassages = 0;
    }

    private void remove(String id) {
      changes.add(new IndexChange.Remove(id));
      changeLog.removed(id);
    }

    void write() {
      embed();
      if (!changes.isEmpty()) {
        apply();
        changes.clear();
        passages = 0;
      }
    }

    private void apply() {
      try {
        index.apply(changes);
      } catch (IndexException e) {
        seen.forgetReads();
        throw e;
      }
    }

    void end() {
      write();
      if (!changeLog.isEmpty()) {
        log.info("documents: {}; {} in all", changeLog, index.sources().size());
      }
    }
  }
}
