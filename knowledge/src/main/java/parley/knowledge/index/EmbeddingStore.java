package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings by key, in a folder of their own, so that no text is embedded twice: neither after a
 * crash, nor when a document is renamed, nor to answer a question. Thread-safe.
 */
final class EmbeddingStore implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddingStore.class);

  private static final String KEY = "key";
  private static final String VECTOR = "vector";

  private final Directory directory;
  private final Map<String, float[]> unsaved = new ConcurrentHashMap<>();
  private final ReadWriteLock readerLock = new ReentrantReadWriteLock();
  private IndexReader reader;

  private EmbeddingStore(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = openOrEmpty();
  }

  /** Opens the store; a damaged one counts as empty. */
  static EmbeddingStore open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new EmbeddingStore(FSDirectory.open(folder));
    } catch (IOException e) {
      throw new IndexException(
          "the embeddings in " + folder + " cannot be opened: check the folder, or name another",
          e);
    }
  }

  /** The embeddings that are known of these keys. */
  Map<String, float[]> get(Collection<String> keys) {
    Map<String, float[]> found = new HashMap<>();
    for (String key : keys) {
      float[] vector = unsaved.get(key);
      if (vector != null) {
        found.put(key, vector);
      }
    }
    readerLock.readLock().lock();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        readFrom(leaf, keys, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      readerLock.readLock().unlock();
    }
    return found;
  }

  private static void readFrom(
      LeafReaderContext leaf, Collection<String> keys, Map<String, float[]> found)
      throws IOException {
    if (leaf.reader().terms(KEY) == null) {
      return;
    }
    TermsEnum terms = leaf.reader().terms(KEY).iterator();
    Bits live = leaf.reader().getLiveDocs();
    PostingsEnum postings = null;
    for (String key : keys) {
      if (!found.containsKey(key) && terms.seekExact(new BytesRef(key))) {
        postings = terms.postings(postings, PostingsEnum.NONE);
        int doc = postings.nextDoc();
        if (live == null || live.get(doc)) {
          found.put(key, vector(leaf.reader().storedFields().document(doc)));
        }
      }
    }
  }

  /** Keeps the embeddings in memory, until {@link #save}. */
  void put(Map<String, float[]> vectors) {
    unsaved.putAll(vectors);
  }

  /** Writes what is kept in memory to the disk; without effect while another process does so. */
  synchronized void save() {
    if (unsaved.isEmpty()) {
      return;
    }
    Map<String, float[]> saved = Map.copyOf(unsaved);
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (Map.Entry<String, float[]> entry : saved.entrySet()) {
        writer.updateDocument(new Term(KEY, entry.getKey()), document(entry));
      }
      writer.commit();
      replaceReader(openOrEmpty());
      unsaved.keySet().removeAll(saved.keySet());
    } catch (LockObtainFailedException e) {
      log.debug("another process is saving embeddings; these are kept in memory");
    } catch (IOException e) {
      throw new IndexException("the embeddings cannot be saved: check the disk", e);
    }
  }

  private void replaceReader(IndexReader next) throws IOException {
    readerLock.writeLock().lock();
    try {
      reader.close();
      reader = next;
    } finally {
      readerLock.writeLock().unlock();
    }
  }

  private IndexReader openOrEmpty() throws IOException {
    try {
      return DirectoryReader.indexExists(directory)
          ? DirectoryReader.open(directory)
          : new MultiReader();
    } catch (IOException e) {
      log.warn("the kept embeddings are damaged and are made anew: {}", e.toString());
      for (String file : directory.listAll()) {
        directory.deleteFile(file);
      }
      return new MultiReader();
    }
  }

  private static Document document(Map.Entry<String, float[]> entry) {
    Document document = new Document();
    document.add(new StringField(KEY, entry.getKey(), Field.Store.NO));
    ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES);
    bytes.asFloatBuffer().put(entry.getValue());
    document.add(new StoredField(VECTOR, bytes.array()));
    return document;
  }

  private static float[] vector(Document document) {
    BytesRef bytes = document.getBinaryValue(VECTOR);
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asFloatBuffer().get(vector);
    return vector;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
