package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** An index of passages and the documents they are from. Thread-safe. */
public interface PassageIndex extends TermStatistics, AutoCloseable {

  /**
   * The best passages by words together with the nearest by meaning, each with both scores.
   *
   * @param query the words to look for
   * @param vector computes the query's embedding, while the words are looked for where they can be
   * @param limit how many of each kind, at least 1; so at most twice as many come back
   * @param documents ids of the documents to look in; empty for all
   * @return in no particular order
   */
  List<Candidate> candidates(
      String query, Supplier<Embedding> vector, int limit, Set<String> documents);

  /**
   * The word of the passages that a misspelt one was most likely meant to be.
   *
   * @param word in small letters
   * @param slips how many letters may differ, 1 or 2; two letters swapped count for one
   * @return the word itself if a passage holds it; empty if none is near enough
   */
  Optional<String> nearestWord(String word, int slips);

  /** What is known of each document, ordered by id. */
  List<Source> sources();

  /**
   * The same of some documents.
   *
   * @param documents their ids; empty for all
   */
  default List<Source> sources(Set<String> documents) {
    return documents.isEmpty()
        ? sources()
        : sources().stream().filter(source -> documents.contains(source.id())).toList();
  }

  /** A document with all its paragraphs. */
  Optional<SourceDocument> document(String id);

  /** What {@link IndexChange.Put#fingerprint} each document was put with, by id. */
  Map<String, String> fingerprints();

  /** The id of the file that each document was read from, by the document's id. */
  Map<String, String> files();

  /** Tells one state of the index from every other one, while it is open. */
  long version();

  /**
   * Lets all that is read of this index meanwhile, by this thread, be of one state of it, while
   * others may change it.
   */
  <T> T consistently(Supplier<T> reading);

  /**
   * Whether it is this process that reads documents into the index. Of all that share one on a
   * cluster one does so, until it closes the index or falls silent for half a minute; whoever asks
   * while nobody does becomes that one.
   *
   * @throws IndexException if the cluster fails
   */
  default boolean mayChange() {
    return true;
  }

  /** Leaves it to another process to read documents into the index. */
  default void leaveChanges() {}

  /**
   * Makes the changes, all or none: readers see the index before or after, and so does a process
   * that starts after a crash.
   *
   * @throws IndexException if another process is changing the index, or the disk fails
   */
  void apply(List<? extends IndexChange> changes);

  /**
   * Says that the index holds all documents now. Only then does an index that was made in another
   * way make room for it.
   *
   * @throws IndexException if the cluster fails
   */
  default void complete() {}

  /** Releases files and locks. */
  @Override
  void close();
}
