package parley.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** An index of passages and the documents they are from. Thread-safe. */
public interface PassageIndex extends TermStatistics, AutoCloseable {

  /**
   * The best passages by words together with the nearest by meaning, each with both scores.
   *
   * @param query the words to look for
   * @param vector the query's embedding
   * @param limit how many of each kind, at least 1; so at most twice as many come back
   * @return in no particular order
   */
  List<Candidate> candidates(String query, float[] vector, int limit);

  /** What is known of each document, ordered by id. */
  List<Source> sources();

  /** A document with all its paragraphs. */
  Optional<SourceDocument> document(String id);

  /** What {@link IndexChange.Put#fingerprint} each document was put with, by id. */
  Map<String, String> fingerprints();

  /**
   * Makes the changes, all or none: readers see the index before or after, and so does a process
   * that starts after a crash.
   *
   * @throws IndexException if another process is changing the index, or the disk fails
   */
  void apply(List<? extends IndexChange> changes);

  /** Releases files and locks. */
  @Override
  void close();
}
