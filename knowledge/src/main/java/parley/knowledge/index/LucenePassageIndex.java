package parley.knowledge.index;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index in a folder, by Lucene. Any number of processes read it at once; it is locked only while
 * one changes it. Thread-safe.
 */
public final class LucenePassageIndex extends StatefulIndex<LuceneSnapshot> {

  private static final Logger log = LoggerFactory.getLogger(LucenePassageIndex.class);

  private static final String SIGNATURE = "signature";
  private static final String SCHEMA = "5";

  private final Directory directory;
  private final Path folder;
  private final String signature;
  private final Object changing = new Object();
  private volatile LuceneSnapshot snapshot;
  private volatile boolean damaged;

  private LucenePassageIndex(Directory directory, Path folder, String signature)
      throws IOException {
    this.directory = directory;
    this.folder = folder;
    this.signature = signature;
    this.snapshot = openOrEmpty();
  }

  /**
   * Opens the index in a folder. One that is damaged, or was made in another way, counts as empty,
   * so that the next change makes it anew.
   *
   * @param folder made if it does not exist
   * @param madeBy names all that decides what is kept: reader, model
   * @throws IndexException if the folder cannot be used
   */
  public static LucenePassageIndex open(Path folder, String madeBy) {
    try {
      Files.createDirectories(folder);
      return new LucenePassageIndex(FSDirectory.open(folder), folder, SCHEMA + " " + madeBy);
    } catch (IOException e) {
      throw new IndexException(
          "the index in " + folder + " cannot be opened: check the folder, or name another one", e);
    }
  }

  @Override
  <T> T readOnce(Function<LuceneSnapshot, T> reading) {
    LuceneSnapshot now = snapshot;
    while (!now.acquire()) {
      now = snapshot;
    }
    try {
      return reading.apply(now);
    } finally {
      now.release();
    }
  }

  @Override
  public void apply(List<? extends IndexChange> changes) {
    synchronized (changing) {
      if (damaged) {
        clear();
      }
      try (IndexWriting writing = new IndexWriting(directory, analyzer, snapshot.isEmpty())) {
        writing.commit(changes, Map.of(SIGNATURE, signature));
        refresh();
        if (writing.merge()) {
          refresh();
        }
      } catch (LockObtainFailedException e) {
        throw new IndexBusyException(
            "another process is changing the index in "
                + folder
                + ": wait for it, or use other data",
            e);
      } catch (IOException e) {
        throw new IndexException(
            "the index in " + folder + " cannot be written: check the disk", e);
      }
    }
  }

  /** Deletes the files, since Lucene makes no new index beside ones that it cannot read. */
  private void clear() {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        lock.ensureValid();
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      damaged = false;
    } catch (IOException e) {
      throw new IndexException("the damaged index in " + folder + " cannot be deleted: do so", e);
    }
  }

  private void refresh() {
    LuceneSnapshot before = snapshot;
    try {
      snapshot = before.isEmpty() ? openOrEmpty() : before.changed();
    } catch (IOException e) {
      throw new IndexException("the index in " + folder + " cannot be read: check the disk", e);
    }
    before.release();
  }

  private LuceneSnapshot openOrEmpty() throws IOException {
    DirectoryReader reader = readerOrNull();
    return reader == null ? LuceneSnapshot.empty() : LuceneSnapshot.of(reader);
  }

  private @Nullable DirectoryReader readerOrNull() throws IOException {
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (IndexNotFoundException e) {
      return null;
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | EOFException e) {
      log.warn("the index in {} is damaged and is made anew: {}", folder, e.toString());
      damaged = true;
      return null;
    }
    if (!signature.equals(reader.getIndexCommit().getUserData().get(SIGNATURE))) {
      log.info("the index in {} was made in another way and is made anew", folder);
      reader.close();
      return null;
    }
    return reader;
  }

  @Override
  public void close() {
    synchronized (changing) {
      snapshot.release();
      try {
        directory.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
