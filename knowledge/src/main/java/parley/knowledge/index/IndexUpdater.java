package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Passage;
import parley.knowledge.Progress;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentReader;
import parley.knowledge.document.FileStamp;

/** Brings an index up to date with files, at the cost of what changed. Thread-safe. */
public final class IndexUpdater {

  private static final Logger log = LoggerFactory.getLogger(IndexUpdater.class);

  /** So many documents' embeddings are lost at most if the process dies. */
  private static final int DOCUMENTS_A_SAVE = 20;

  /** Passages are about 3 KB each, so no more than these wait in memory to be written. */
  private static final int PASSAGES_A_CHANGE = 4_000;

  private final PassageIndex index;
  private final StoredEmbeddingModel embeddings;
  private final Function<Passage, List<TextSegment>> alsoEmbedded;
  private final DocumentReader reader = new DocumentReader();
  private final SeenFiles seen = new SeenFiles();

  /**
   * @param alsoEmbedded texts of a passage whose embeddings a question will ask for, so that it
   *     finds them computed
   */
  public IndexUpdater(
      PassageIndex index,
      StoredEmbeddingModel embeddings,
      Function<Passage, List<TextSegment>> alsoEmbedded) {
    this.index = index;
    this.embeddings = embeddings;
    this.alsoEmbedded = alsoEmbedded;
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
    private int passages;
    private int documents;

    Pass(List<DocumentFile> all) {
      files = all.stream().map(DocumentFile::id).collect(Collectors.toSet());
      seen.keepOnly(all);
      known.notOf(files).forEach(this::remove);
    }

    /** Whether anything was new in the file. */
    boolean read(DocumentFile file, Runnable beforeReading) {
      int before = changes.size();
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
      return changes.size() > before;
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
          add(new IndexChange.Put(document, fingerprint, embedded(document), file.id()));
        }
      }
      gone.forEach(this::remove);
    }

    private void add(IndexChange.Put put) {
      changes.add(put);
      changeLog.put(put.id(), known.has(put.id()));
      passages += put.passages().size();
      documents++;
      if (documents % DOCUMENTS_A_SAVE == 0) {
        embeddings.save();
      }
      if (passages >= PASSAGES_A_CHANGE) {
        write();
      }
    }

    private void remove(String id) {
      changes.add(new IndexChange.Remove(id));
      changeLog.removed(id);
    }

    void write() {
      embeddings.save();
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

  private List<IndexChange.EmbeddedPassage> embedded(SourceDocument document) {
    List<PassageSplitter.Cut> cuts = PassageSplitter.split(document);
    List<TextSegment> contents = cuts.stream().map(cut -> TextSegment.from(cut.content())).toList();
    List<Embedding> vectors = embeddings.embedAll(contents).content();
    embeddings.embedAll(
        cuts.stream().flatMap(cut -> alsoEmbedded.apply(cut.passage()).stream()).toList());
    List<IndexChange.EmbeddedPassage> passages = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Passage passage = cuts.get(i).passage();
      passages.add(new IndexChange.EmbeddedPassage(passage, cuts.get(i).content(), vectors.get(i)));
    }
    return passages;
  }
}
