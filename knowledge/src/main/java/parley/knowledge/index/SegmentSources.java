package parley.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * What is known of the documents whose entries are in one segment of a Lucene index. A segment
 * never changes but for what is taken out of it, so it is read once.
 */
final class SegmentSources {

  /** A document, whose entry has this number in the segment. */
  private record Indexed(int entry, SourceDescription description) {}

  private final List<Indexed> documents;

  private SegmentSources(List<Indexed> documents) {
    this.documents = documents;
  }

  static SegmentSources read(LeafReader segment) throws IOException {
    List<Indexed> documents = new ArrayList<>();
    PostingsEnum entries = segment.postings(SourceFields.ENTRY, PostingsEnum.NONE);
    if (entries != null) {
      BinaryDocValues descriptions = DocValues.getBinary(segment, SourceFields.DESCRIPTION);
      Bits live = segment.getLiveDocs();
      for (int entry = entries.nextDoc();
          entry != DocIdSetIterator.NO_MORE_DOCS;
          entry = entries.nextDoc()) {
        if ((live == null || live.get(entry)) && descriptions.advanceExact(entry)) {
          documents.add(new Indexed(entry, SourceDescription.of(descriptions.binaryValue())));
        }
      }
    }
    return new SegmentSources(documents);
  }

  /** Each document that is still in the segment. */
  void forEach(LeafReader segment, Consumer<SourceDescription> consumer) {
    Bits live = segment.getLiveDocs();
    for (Indexed document : documents) {
      if (live == null || live.get(document.entry())) {
        consumer.accept(document.description());
      }
    }
  }
}
