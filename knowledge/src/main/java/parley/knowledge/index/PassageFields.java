package parley.knowledge.index;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import parley.knowledge.Passage;

/**
 * A passage's entry in the Lucene index. What is read back of it is kept as values a document,
 * uncompressed: to unpack the stored fields of a hundred candidates took most of a search.
 */
final class PassageFields {

  /** What is searched by words, stemmed. */
  static final String CONTENT = "content";

  /** The same words unstemmed: what a misspelt word is compared with. */
  static final String WORDS = "words";

  /** What is searched by meaning. */
  static final String VECTOR = "vector";

  static final String OF_DOCUMENT = "of-document";
  static final String PARAGRAPH = "passage-paragraph";
  static final String SECTION = "passage-section";
  static final String SHINGLES = "shingles";
  static final String PAGE = "passage-page";
  static final String TEXT = "passage-text";

  private PassageFields() {}

  static Document write(IndexChange.EmbeddedPassage embedded) {
    Passage passage = embedded.passage();
    String section = passage.section();
    Integer page = passage.page();
    Document fields = new Document();
    fields.add(new StringField(SourceFields.DOCUMENT, passage.source().id(), Field.Store.NO));
    fields.add(new BinaryDocValuesField(OF_DOCUMENT, new BytesRef(passage.source().id())));
    fields.add(new NumericDocValuesField(PARAGRAPH, passage.paragraph()));
    fields.add(new BinaryDocValuesField(TEXT, new BytesRef(passage.text())));
    fields.add(new BinaryDocValuesField(SHINGLES, Shingles.of(passage.text()).bytes()));
    if (section != null) {
      fields.add(new BinaryDocValuesField(SECTION, new BytesRef(section)));
    }
    if (page != null) {
      fields.add(new NumericDocValuesField(PAGE, page));
    }
    fields.add(new TextField(CONTENT, embedded.content(), Field.Store.NO));
    fields.add(new TextField(WORDS, embedded.content(), Field.Store.NO));
    fields.add(
        new KnnFloatVectorField(
            VECTOR, embedded.vector().vector(), VectorSimilarityFunction.DOT_PRODUCT));
    return fields;
  }
}
