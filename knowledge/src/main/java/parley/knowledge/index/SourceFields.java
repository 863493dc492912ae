package parley.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Paragraph;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** A document's own entry in the Lucene index: all of it, to be read and not searched. */
final class SourceFields {

  /** The id, on the entry of a document and on those of its passages. */
  static final String DOCUMENT = "document";

  /** Finds the entries of all documents. */
  static final Term ENTRY = new Term("kind", "source");

  private static final String SOURCE = "source";
  private static final String FINGERPRINT = "fingerprint";
  private static final String TITLE = "title";
  private static final String PUBLISHER = "publisher";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String LANGUAGE = "language";
  private static final String AUTHOR = "author";
  private static final String TAG = "tag";
  private static final String SUBFOLDER = "subfolder";
  private static final String FILE = "file";
  private static final String SECTION = "section";
  private static final String TEXT = "text";
  private static final String PAGE = "page";
  private static final String PARAGRAPHS = "paragraphs";

  /** What {@link #source}, {@link #fingerprint} and {@link #file} read: all but the text. */
  static final Set<String> DESCRIPTION =
      Set.of(
          DOCUMENT,
          FINGERPRINT,
          FILE,
          TITLE,
          PUBLISHER,
          DATE,
          URL,
          LANGUAGE,
          PARAGRAPHS,
          AUTHOR,
          TAG,
          SUBFOLDER);

  private SourceFields() {}

  static Document write(IndexChange.Put put) {
    SourceDocument document = put.document();
    Source source = document.source();
    Document fields = new Document();
    fields.add(new StringField(DOCUMENT, source.id(), Field.Store.YES));
    fields.add(new StringField(SOURCE, source.id(), Field.Store.NO));
    fields.add(new StringField(ENTRY.field(), ENTRY.text(), Field.Store.NO));
    fields.add(new StoredField(FINGERPRINT, put.fingerprint()));
    fields.add(new StoredField(FILE, put.file()));
    fields.add(new StoredField(TITLE, source.title()));
    fields.add(new StoredField(PARAGRAPHS, source.paragraphs()));
    addIfKnown(fields, PUBLISHER, source.publisher());
    addIfKnown(fields, DATE, source.date());
    addIfKnown(fields, URL, source.url());
    addIfKnown(fields, LANGUAGE, source.language());
    addIfKnown(fields, AUTHOR, source.author());
    source.tags().forEach(tag -> fields.add(new StoredField(TAG, tag)));
    fields.add(new StoredField(SUBFOLDER, source.subfolder()));
    for (Paragraph paragraph : document.paragraphs()) {
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

  static String fingerprint(Document fields) {
    return fields.get(FINGERPRINT);
  }

  /** The id of the file that the document was read from. */
  static String file(Document fields) {
    return fields.get(FILE);
  }

  static Source source(Document fields) {
    String date = fields.get(DATE);
    return new Source(
        fields.get(DOCUMENT),
        fields.get(TITLE),
        fields.get(PUBLISHER),
        date == null ? null : LocalDate.parse(date),
        fields.get(URL),
        fields.get(LANGUAGE),
        fields.getField(PARAGRAPHS).numericValue().intValue(),
        fields.get(AUTHOR),
        List.of(fields.getValues(TAG)),
        fields.get(SUBFOLDER));
  }

  static SourceDocument document(Document fields) {
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
    return new SourceDocument(source(fields), paragraphs);
  }

  private static void addIfKnown(Document fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(new StoredField(name, value.toString()));
    }
  }
}
