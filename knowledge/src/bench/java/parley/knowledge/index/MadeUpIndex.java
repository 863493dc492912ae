package parley.knowledge.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.knowledge.SourceDocument;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.document.DocumentFiles;
import parley.knowledge.document.DocumentReader;

/** Indexes documents as {@link IndexUpdater} does, but with vectors that are made up. */
public final class MadeUpIndex {

  /** At 3 KB each they take 300 MB of heap. */
  private static final int PASSAGES_A_CHANGE = 100_000;

  private final PassageIndex index;
  private final MadeUpVectors vectors;
  private final DocumentReader reader = new DocumentReader();
  private final List<IndexChange> changes = new ArrayList<>();
  private int passages;

  private MadeUpIndex(PassageIndex index, MadeUpVectors vectors) {
    this.index = index;
    this.vectors = vectors;
  }

  /** Writes all documents of a folder, so that a knowledge base finds nothing left to index. */
  public static void write(Path documents, PassageIndex index, MadeUpVectors vectors) {
    MadeUpIndex writing = new MadeUpIndex(index, vectors);
    DocumentFiles.in(List.of(documents)).forEach(writing::add);
    writing.apply();
  }

  private void add(DocumentFile file) {
    byte[] bytes = file.bytes();
    String ofFile = KnownDocuments.fingerprint(file, bytes);
    for (SourceDocument document : reader.read(file, bytes)) {
      List<IndexChange.EmbeddedPassage> embedded =
          PassageSplitter.split(document).stream()
              .map(
                  cut ->
                      new IndexChange.EmbeddedPassage(
                          cut.passage(), cut.content(), vectors.of(cut.passage().text())))
              .toList();
      String fingerprint = KnownDocuments.fingerprint(file, document, ofFile);
      changes.add(new IndexChange.Put(document, fingerprint, embedded, file.id()));
      passages += embedded.size();
    }
    if (passages >= PASSAGES_A_CHANGE) {
      apply();
    }
  }

  private void apply() {
    index.apply(changes);
    changes.clear();
    passages = 0;
  }
}
