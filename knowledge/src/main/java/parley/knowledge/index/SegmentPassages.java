package parley.knowledge.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Passage;
import parley.knowledge.Source;

/** Reads passages of one segment of a Lucene index, in ascending order. For one thread. */
final class SegmentPassages {

  private final BinaryDocValues documents;
  private final NumericDocValues paragraphs;
  private final BinaryDocValues sections;
  private final BinaryDocValues texts;
  private final NumericDocValues pages;
  private final BinaryDocValues shingles;

  SegmentPassages(LeafReader segment) throws IOException {
    documents = DocValues.getBinary(segment, PassageFields.OF_DOCUMENT);
    paragraphs = DocValues.getNumeric(segment, PassageFields.PARAGRAPH);
    sections = DocValues.getBinary(segment, PassageFields.SECTION);
    texts = DocValues.getBinary(segment, PassageFields.TEXT);
    pages = DocValues.getNumeric(segment, PassageFields.PAGE);
    shingles = DocValues.getBinary(segment, PassageFields.SHINGLES);
  }

  /**
   * The passage of an entry.
   *
   * @param sources by id
   */
  Passage passage(int doc, Map<String, Source> sources) throws IOException {
    return new Passage(
        sources.get(text(documents, doc)),
        (int) number(paragraphs, doc),
        textOrNull(sections, doc),
        text(texts, doc),
        pages.advanceExact(doc) ? (Integer) (int) pages.longValue() : null);
  }

  /** What tells copies of the passage of an entry. */
  Shingles shingles(int doc) throws IOException {
    shingles.advanceExact(doc);
    return Shingles.of(shingles.binaryValue());
  }

  private static String text(BinaryDocValues values, int doc) throws IOException {
    values.advanceExact(doc);
    return values.binaryValue().utf8ToString();
  }

  private static @Nullable String textOrNull(BinaryDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.binaryValue().utf8ToString() : null;
  }

  private static long number(NumericDocValues values, int doc) throws IOException {
    values.advanceExact(doc);
    return values.longValue();
  }
}
