package parley.knowledge.index;

import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;
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
  private static final String SHINGLES = "shingles";
  private static final String PAGE = "page";
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
    fields.add(new StoredField(SHINGLES, Shingles.of(passage.text()).bytes()));
    Integer page = passage.page();
    if (page != null) {
      fields.add(new StoredField(PAGE, page));
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
        fields.get(TEXT),
        page(fields));
  }

  static Shingles shingles(Document fields) {
    return Shingles.of(fields.getBinaryValue(SHINGLES));
  }

  private static @Nullable Integer page(Document fields) {
    IndexableField page = fields.getField(PAGE);
    return page == null ? null : page.numericValue().intValue();
  }
}
