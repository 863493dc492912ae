package parley.knowledge.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change of a Lucene index, which is locked until this is closed: what is written is committed at
 * once, and segments are merged afterwards, while the change is already read. For one thread.
 */
final class IndexWriting implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IndexWriting.class);

  /**
   * The larger, the fewer segments are written, and the less is left to merge, which builds the
   * graphs of the vectors anew.
   */
  private static final int MOST_MEBIBYTES = 1024;

  private static final int LEAST_MEBIBYTES = 16;

  /**
   * Of one size; Lucene leaves 10. A search goes through the graph of each: of a million passages
   * it took 14 ms with 11 segments, 8 with 5 (own measurement). To merge more takes longer, once.
   */
  private static final int SEGMENTS = 4;

  private static final int BYTES_A_MEBIBYTE = 1 << 20;

  /** Documents and answers need memory meanwhile. */
  private static final int SHARE_OF_HEAP = 8;

  private final Merging merging = new Merging();
  private final IndexWriter writer;

  /**
   * Locks the index.
   *
   * @param anew whether what there is is replaced
   * @throws org.apache.lucene.store.LockObtainFailedException if another process changes it
   */
  IndexWriting(Directory directory, Analyzer analyzer, boolean anew) throws IOException {
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analyzer)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(buffer())
                .setMergeScheduler(merging)
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS))
                .setOpenMode(
                    anew
                        ? IndexWriterConfig.OpenMode.CREATE
                        : IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
  }

  private static long buffer() {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_A_MEBIBYTE;
    return Math.max(LEAST_MEBIBYTES, Math.min(MOST_MEBIBYTES, share));
  }

  /**
   * Makes the changes, all or none.
   *
   * @param userData is kept with them
   */
  void commit(List<? extends IndexChange> changes, Map<String, String> userData)
      throws IOException {
    for (IndexChange change : changes) {
      write(change);
    }
    writer.setLiveCommitData(userData.entrySet());
    writer.commit();
  }

  private void write(IndexChange change) throws IOException {
    writer.deleteDocuments(new Term(SourceFields.DOCUMENT, change.id()));
    if (change instanceof IndexChange.Put put) {
      writer.addDocument(SourceFields.write(put));
      for (IndexChange.EmbeddedPassage passage : put.passages()) {
        writer.addDocument(PassageFields.write(passage));
      }
    }
  }

  /**
   * Waits until segments are merged. While it commits, Lucene waits for the smallest alone, and
   * breaks off the others when the writer is closed, so that each large change would leave one more
   * segment to search. If a merge fails, the index stays as it was committed.
   *
   * @return whether there is something new to read
   */
  boolean merge() throws IOException {
    merging.sync();
    try {
      if (writer.hasUncommittedChanges()) {
        writer.commit();
        return true;
      }
    } catch (AlreadyClosedException e) {
      log.warn("the index could not be tidied up: check the disk", e);
    }
    return false;
  }

  /** Merges in threads of its own, whose failures the writer tells again. */
  private static final class Merging extends ConcurrentMergeScheduler {

    @Override
    protected void handleMergeException(Throwable failure) {
      log.debug("segments could not be merged", failure);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
