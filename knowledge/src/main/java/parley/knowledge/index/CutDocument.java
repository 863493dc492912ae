package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import parley.knowledge.SourceDocument;

/**
 * A document that is cut into passages and not embedded yet.
 *
 * @param fingerprint changes when the document does
 * @param file id of the file that it was read from
 */
record CutDocument(
    SourceDocument document, String fingerprint, String file, List<PassageSplitter.Cut> cuts) {

  static CutDocument of(SourceDocument document, String fingerprint, String file) {
    return new CutDocument(document, fingerprint, file, PassageSplitter.split(document));
  }

  String id() {
    return document.source().id();
  }

  /** The documents as they go into the index, all their passages embedded in one call. */
  static List<IndexChange.Put> embedded(List<CutDocument> documents, EmbeddingModel model) {
    List<TextSegment> contents =
        documents.stream()
            .flatMap(document -> document.cuts.stream())
            .map(PassageSplitter.Cut::embedded)
            .toList();
    Iterator<Embedding> vectors = model.embedAll(contents).content().iterator();
    List<IndexChange.Put> puts = new ArrayList<>();
    for (CutDocument document : documents) {
      puts.add(
          new IndexChange.Put(
              document.document,
              document.fingerprint,
              document.cuts.stream()
                  .map(
                      cut ->
                          new IndexChange.EmbeddedPassage(
                              cut.passage(), cut.content(), vectors.next()))
                  .toList(),
              document.file));
    }
    return puts;
  }
}
