package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.document.DocumentFile;

/**
 * What a model has computed of texts, by key, in a folder of its own, so that no text is read
 * twice: neither after a crash, nor when a document is renamed, nor to answer a question.
 * Thread-safe.
 */
final class TextStore implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TextStore.class);

  private static final String KEY = "key";
  private static final String VALUE = "vector";

  private final Directory directory;
  private final Map<String, byte[]> unsaved = new ConcurrentHashMap<>();
  private final ReadWriteLock readerLock = new ReentrantReadWriteLock();
  private IndexReader reader;

  /** Noted while somebody wants to know; null while nobody does. */
  private volatile @Nullable Set<String> used;

  private TextStore(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = openOrEmpty();
  }

  /** Opens the store; a damaged one counts as empty. */
  static TextStore open(Path folder) {
    try {
      Files.createDirectories(folder);
      return new TextStore(FSDirectory.open(folder));
    } catch (IOException e) {
      throw new IndexException(
          "the embeddings in " + folder + " cannot be opened: check the folder, or name another",
          e);
    }
  }

  /** A key that tells a text from all others. */
  static String key(String text) {
    return DocumentFile.fingerprint(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is kept by these keys. */
  Map<String, byte[]> get(Collection<String> keys) {
    Map<String, byte[]> found = new HashMap<>();
    for (String key : keys) {
      byte[] value = unsaved.get(key);
      if (value != null) {
        found.put(key, value);
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
    note(found.keySet());
    return found;
  }

  private static void readFrom(
      LeafReaderContext leaf, Collection<String> keys, Map<String, byte[]> found)
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
          found.put(key, value(leaf.reader().storedFields().document(doc)));
        }
      }
    }
  }

  /** Keeps something in memory, until {@link #save}. */
  void put(Map<String, byte[]> values) {
    unsaved.putAll(values);
    note(values.keySet());
  }

  /** Writes what is kept in memory to the disk; without effect while another process does so. */
  synchronized void save() {
    if (unsaved.isEmpty()) {
      return;
    }
    Map<String, byte[]> saved = Map.copyOf(unsaved);
    boolean written =
        write(
            writer -> {
              for (Map.Entry<String, byte[]> entry : saved.entrySet()) {
                writer.updateDocument(new Term(KEY, entry.getKey()), document(entry));
              }
            });
    if (written) {
      unsaved.keySet().removeAll(saved.keySet());
    }
  }

  /** Begins to note what is got and put. */
  void beginUse() {
    used = ConcurrentHashMap.newKeySet();
  }

  /**
   * Drops from the disk what was not got or put since then, and notes no more; a later merge of
   * files frees it.
   */
  synchronized void dropUnused() {
    Set<String> kept = used;
    used = null;
    if (kept == null) {
      return;
    }
    Term[] unused =
        keys().stream()
            .filter(key -> !kept.contains(key))
            .map(key -> new Term(KEY, key))
            .toArray(Term[]::new);
    if (unused.length > 0) {
      write(writer -> writer.deleteDocuments(unused));
    }
  }

  private void note(Set<String> keys) {
    Set<String> noted = used;
    if (noted != null) {
      noted.addAll(keys);
    }
  }

  /** What is written to the disk. */
  @FunctionalInterface
  private interface Writing {
    void to(IndexWriter writer) throws IOException;
  }

  /** False, and nothing is written, while another process writes. */
  private boolean write(Writing writing) {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      writing.to(writer);
      writer.commit();
      replaceReader(openOrEmpty());
      return true;
    } catch (LockObtainFailedException e) {
      log.debug("another process is saving embeddings; this one tries again later");
      return false;
    } catch (IOException e) {
      throw new IndexException("the embeddings cannot be saved: check the disk", e);
    }
  }

  private Set<String> keys() {
    Set<String> keys = new HashSet<>();
    readerLock.readLock().lock();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        TermsEnum terms = Terms.getTerms(leaf.reader(), KEY).iterator();
        for (BytesRef key = terms.next(); key != null; key = terms.next()) {
          keys.add(key.utf8ToString());
        }
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      readerLock.readLock().unlock();
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

  private static Document document(Map.Entry<String, byte[]> entry) {
    Document document = new Document();
    document.add(new StringField(KEY, entry.getKey(), Field.Store.NO));
    document.add(new StoredField(VALUE, entry.getValue()));
    return document;
  }

  private static byte[] value(Document document) {
    BytesRef bytes = document.getBinaryValue(VALUE);
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
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
