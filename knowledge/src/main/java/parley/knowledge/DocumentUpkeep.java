package parley.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.feed.FeedWatch;
import parley.knowledge.index.FolderWatch;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.PassageIndex;

/** Keeps an index up with its documents. */
final class DocumentUpkeep implements AutoCloseable {

  private final Corpus corpus;
  private final PassageIndex index;
  private final IndexUpdater updater;
  private @Nullable FolderWatch watch;
  private @Nullable FeedWatch feeds;

  DocumentUpkeep(Corpus corpus, PassageIndex index, IndexUpdater updater) {
    this.corpus = corpus;
    this.index = index;
    this.updater = updater;
  }

  /**
   * Reads the documents, and goes on where they are watched.
   *
   * @throws DocumentException if there is none to serve
   */
  void begin(List<DocumentFile> files, Progress progress) {
    updater.update(files, progress);
    if (index.sources().isEmpty() && !corpus.mayGrow()) {
      throw new DocumentException(
          "no document could be read in "
              + corpus.documents()
              + ": put Markdown, text, HTML, PDF or office documents there");
    }
    if (corpus.watched() && !corpus.documents().isEmpty()) {
      watch = FolderWatch.start(corpus.folders(), updater);
      feeds = FeedWatch.start(corpus.sourceLists(), corpus.fetched(), corpus.privateFeeds());
    }
  }

  @Override
  public void close() {
    if (feeds != null) {
      feeds.close();
    }
    if (watch != null) {
      watch.close();
    }
  }
}
