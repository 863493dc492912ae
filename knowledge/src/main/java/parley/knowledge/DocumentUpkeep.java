package parley.knowledge;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.knowledge.document.DocumentException;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.feed.FeedWatch;
import parley.knowledge.index.FolderWatch;
import parley.knowledge.index.IndexBusyException;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.PassageIndex;

/** Keeps an index up with its documents. */
final class DocumentUpkeep implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DocumentUpkeep.class);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Corpus corpus;
  private final PassageIndex index;
  private final IndexUpdater updater;
  private final Retry waiting;
  private @Nullable FolderWatch watch;
  private @Nullable FeedWatch feeds;

  /**
   * @param patience how long to wait while another process changes the index
   */
  DocumentUpkeep(Corpus corpus, PassageIndex index, IndexUpdater updater, Duration patience) {
    this.corpus = corpus;
    this.index = index;
    this.updater = updater;
    this.waiting = Retry.of("index", whileBusy(patience));
    waiting
        .getEventPublisher()
        .onRetry(again -> log.info("another process is changing the index: waiting for it"));
  }

  private static RetryConfig whileBusy(Duration patience) {
    return RetryConfig.custom()
        .maxAttempts(1 + Math.toIntExact(patience.dividedBy(LOOK_AGAIN)))
        .waitDuration(LOOK_AGAIN)
        .retryExceptions(IndexBusyException.class)
        .build();
  }

  /**
   * Reads the documents, and goes on where they are watched. Where another process does so, what it
   * has read is served; it is waited for until that is anything.
   *
   * @throws DocumentException if there is none to serve
   */
  void begin(List<DocumentFile> files, Progress progress) {
    waiting.executeRunnable(() -> readUnlessAnotherDoes(files, progress));
    if (index.sources().isEmpty() && !corpus.mayGrow()) {
      throw new DocumentException(
          "no document could be read in "
              + corpus.documents()
              + ": put Markdown, text, HTML, PDF or office documents there");
    }
    if (corpus.watched()) {
      watch = FolderWatch.start(corpus::files, corpus.folders(), index, updater);
    } else {
      index.leaveChanges();
    }
    if (corpus.watched() && !corpus.documents().isEmpty()) {
      feeds = FeedWatch.start(corpus.sourceLists(), corpus.fetched(), corpus.privateFeeds());
    }
  }

  private void readUnlessAnotherDoes(List<DocumentFile> files, Progress progress) {
    try {
      if (!index.mayChange()) {
        throw new IndexBusyException(
            "another process reads documents into the index: wait for it", null);
      }
      updater.update(files, progress);
      index.complete();
    } catch (IndexBusyException e) {
      if (index.sources().isEmpty()) {
        throw e;
      }
      log.info("another process is changing the index: what it holds is served meanwhile");
    }
  }

  /** How long ago the index was up to date; nothing where the documents are not watched. */
  Optional<Duration> age() {
    return Optional.ofNullable(watch).map(FolderWatch::sinceLook);
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
