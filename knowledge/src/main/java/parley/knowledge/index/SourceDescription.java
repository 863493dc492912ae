package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;

/**
 * What a Lucene index keeps of a document apart from its text, so that it is read without the text.
 *
 * @param fingerprint what it was put with
 * @param file the id of the file it was read from
 */
record SourceDescription(Source source, String fingerprint, String file) {

  private static final String ID = "id";
  private static final String FINGERPRINT = "fingerprint";
  private static final String FILE = "file";
  private static final String TITLE = "title";
  private static final String PUBLISHER = "publisher";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String LANGUAGE = "language";
  private static final String AUTHOR = "author";
  private static final String SUBFOLDER = "subfolder";
  private static final String PARAGRAPHS = "paragraphs";

  SourceDescription {
    // mostly the same, and there may be a million of them
    file = file.equals(source.id()) ? source.id() : file;
  }

  static SourceDescription of(IndexChange.Put put) {
    return new SourceDescription(put.document().source(), put.fingerprint(), put.file());
  }

  static SourceDescription of(BytesRef ref) {
    DataInput in = new ByteArrayDataInput(ref.bytes, ref.offset, ref.length);
    try {
      return of(in.readMapOfStrings(), tags(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tags(DataInput in) throws IOException {
    int count = in.readVInt();
    List<String> tags = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tags.add(in.readString());
    }
    return tags;
  }

  private static SourceDescription of(Map<String, String> values, List<String> tags) {
    String date = values.get(DATE);
    Source source =
        new Source(
            values.get(ID),
            values.get(TITLE),
            values.get(PUBLISHER),
            date == null ? null : LocalDate.parse(date),
            values.get(URL),
            values.get(LANGUAGE),
            Integer.parseInt(values.get(PARAGRAPHS)),
            values.get(AUTHOR),
            tags,
            values.get(SUBFOLDER));
    return new SourceDescription(source, values.get(FINGERPRINT), values.get(FILE));
  }

  BytesRef bytes() {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeMapOfStrings(values());
      out.writeVInt(source.tags().size());
      for (String tag : source.tags()) {
        out.writeString(tag);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put(ID, source.id());
    values.put(FINGERPRINT, fingerprint);
    values.put(FILE, file);
    values.put(TITLE, source.title());
    values.put(PARAGRAPHS, Integer.toString(source.paragraphs()));
    values.put(SUBFOLDER, source.subfolder());
    putIfKnown(values, PUBLISHER, source.publisher());
    putIfKnown(values, DATE, source.date());
    putIfKnown(values, URL, source.url());
    putIfKnown(values, LANGUAGE, source.language());
    putIfKnown(values, AUTHOR, source.author());
    return values;
  }

  private static void putIfKnown(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }
}
