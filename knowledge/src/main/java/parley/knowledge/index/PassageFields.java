package parley.knowledge.index;

import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import parley.knowledge.Passage;
import parley.knowledge.Source;

/** A passage's entry in the Lucene index. */
final class PassageFields {

  /** What is searched by words, stemmed. */
  static final String CONTENT = "content";

  /** The same words unstemmed: what a misspelt word is compared with. */
  static final String WORDS = "words";

  /** What is searched by meaning. */
  static final String VECTOR = "vector";

  private static final String PARAGRAPH = "paragraph";
  private static final String SECTION = "section";
  private static final String TEXT = "text";

  private PassageFields() {}

  static Document write(IndexChange.EmbeddedPassage embedded) {
    Passage passage = embedded.passage();
    Document fields = new Document();
    fields.add(new StringField(SourceFields.DOCUMENT, passage.source().id(), Field.Store.YES));
    fields.add(new StoredField(PARAGRAPH, passage.paragraph()));
    fields.add(new StoredField(TEXT, passage.text()));
    if (passage.section() != null) {
      fields.add(new StoredField(SECTION, passage.section()));
    }
    fields.add(new TextField(CONTENT, embedded.content(), Field.Store.NO));
    fields.add(new TextField(WORDS, embedded.content(), Field.Store.NO));
    fields.add(
        new KnnFloatVectorField(
            VECTOR, embedded.vector().vector(), VectorSimilarityFunction.DOT_PRODUCT));
    return fields;
  }

  static Passage passage(Document fields, Map<String, Source> sources) {
    return new Passage(
        sources.get(fields.get(SourceFields.DOCUMENT)),
        fields.getField(PARAGRAPH).numericValue().intValue(),
        fields.get(SECTION),
        fields.get(TEXT));
  }
}
