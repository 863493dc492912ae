package parley.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** A document's own entry in the Lucene index: all of it, to be read and not searched. */
final class SourceFields {

  /** The id, on the entry of a document and on those of its passages. */
  static final String DOCUMENT = "document";

  /** Finds the entries of all documents. */
  static final Term ENTRY = new Term("kind", "source");

  /** Its {@link SourceDescription}. */
  static final String DESCRIPTION = "description";

  private static final String SOURCE = "source";
  private static final String SECTION = "section";
  private static final String TEXT = "text";
  private static final String PAGE = "page";

  private SourceFields() {}

  static Document write(IndexChange.Put put) {
    Document fields = new Document();
    fields.add(new StringField(DOCUMENT, put.id(), Field.Store.NO));
    fields.add(new StringField(SOURCE, put.id(), Field.Store.NO));
    fields.add(new StringField(ENTRY.field(), ENTRY.text(), Field.Store.NO));
    fields.add(new BinaryDocValuesField(DESCRIPTION, SourceDescription.of(put).bytes()));
    // where all entries have a length in words, though it be none, Lucene finds it faster
    fields.add(new TextField(PassageFields.CONTENT, "", Field.Store.NO));
    for (Paragraph paragraph : put.document().paragraphs()) {
      fields.add(new StoredField(SECTION, paragraph.section() == null ? "" : paragraph.section()));
      fields.add(new StoredField(TEXT, paragraph.text()));
      fields.add(new StoredField(PAGE, Objects.requireNonNullElse(paragraph.page(), 0)));
    }
    return fields;
  }

  /** Finds the entry of one document. */
  static Term entryOf(String id) {
    return new Term(SOURCE, id);
  }

  /** The whole document, of which this source is known. */
  static SourceDocument document(Source source, Document fields) {
    String[] sections = fields.getValues(SECTION);
    String[] texts = fields.getValues(TEXT);
    IndexableField[] pages = fields.getFields(PAGE);
    List<Paragraph> paragraphs = new ArrayList<>(texts.length);
    for (int i = 0; i < texts.length; i++) {
      int page = pages[i].numericValue().intValue();
      paragraphs.add(
          new Paragraph(
              i + 1,
              sections[i].isEmpty() ? null : sections[i],
              texts[i],
              page == 0 ? null : page));
    }
    return new SourceDocument(source, paragraphs);
  }
}
