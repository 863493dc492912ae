package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.Passage;
import parley.knowledge.Progress;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentReader;

/** Brings an index up to date with files, at the cost of what changed. */
public final class IndexUpdater {

  private static final Logger log = LoggerFactory.getLogger(IndexUpdater.class);

  /** So many documents' embeddings are lost at most if the process dies. */
  private static final int DOCUMENTS_A_SAVE = 20;

  private final PassageIndex index;
  private final StoredEmbeddingModel embeddings;
  private final Function<Passage, List<TextSegment>> alsoEmbedded;

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
   * Adds new files, replaces changed ones and takes out those that are gone or can no longer be
   * read. A file that cannot be read is skipped with a warning that names it.
   *
   * @throws IndexException if the index cannot be changed
   */
  public void update(List<DocumentFile> files, Progress progress) {
    Map<String, String> known = index.fingerprints();
    Set<String> gone = new HashSet<>(known.keySet());
    List<IndexChange> changes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      DocumentFile file = files.get(i);
      try {
        byte[] bytes = file.bytes();
        String fingerprint = DocumentFile.fingerprint(bytes);
        if (!fingerprint.equals(known.get(file.id()))) {
          progress.at(i, files.size());
          changes.add(put(new DocumentReader().read(file, bytes), fingerprint));
          saveNowAndThen(changes.size());
        }
        gone.remove(file.id());
      } catch (DocumentException e) {
        log.warn("skipped: {}", e.getMessage());
      }
    }
    gone.forEach(id -> changes.add(new IndexChange.Remove(id)));
    apply(changes);
    progress.at(files.size(), files.size());
  }

  private void apply(List<IndexChange> changes) {
    embeddings.save();
    if (!changes.isEmpty()) {
      index.apply(changes);
      log.info("indexed: {} documents changed, {} in all", changes.size(), index.sources().size());
    }
  }

  private void saveNowAndThen(int changes) {
    if (changes % DOCUMENTS_A_SAVE == 0) {
      embeddings.save();
    }
  }

  private IndexChange put(SourceDocument document, String fingerprint) {
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
    return new IndexChange.Put(document, fingerprint, passages);
  }
}
