package parley.knowledge.index;

import dev.langchain4j.data.embedding.Embedding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/**
 * An index that is read in one of its states after the other; a thread may keep to one for a while.
 */
abstract class StatefulIndex<S extends IndexState> implements PassageIndex {

  private static final ThreadLocal<@Nullable Pinned> PINNED = new ThreadLocal<>();

  /** Makes of texts and queries what is indexed and looked for. */
  final Analyzer analyzer = new IndexAnalyzer();

  /** The state of an index that a thread reads until it has done. */
  private record Pinned(StatefulIndex<?> index, IndexState state) {}

  /** Reads the present state, which stays readable meanwhile. */
  abstract <T> T readOnce(Function<S, T> reading);

  /** The same for one thing, which may be read anew where its state was lost. */
  <T> T readOne(Function<S, T> reading) {
    return readOnce(reading);
  }

  private <T> T read(Function<S, T> reading) {
    S kept = kept();
    return kept == null ? readOne(reading) : reading.apply(kept);
  }

  @SuppressWarnings("unchecked") // a state is pinned with its own index
  private @Nullable S kept() {
    Pinned pinned = PINNED.get();
    return pinned != null && pinned.index() == this ? (S) pinned.state() : null;
  }

  @Override
  public <T> T consistently(Supplier<T> reading) {
    if (kept() != null) {
      return reading.get();
    }
    return readOnce(
        now -> {
          Pinned before = PINNED.get();
          PINNED.set(new Pinned(this, now));
          try {
            return reading.get();
          } finally {
            PINNED.set(before);
          }
        });
  }

  @Override
  public List<Candidate> candidates(
      String query, Supplier<Embedding> vector, int limit, Set<String> documents) {
    Supplier<float[]> numbers = () -> vector.get().vector();
    return read(now -> now.candidates(query, numbers, limit, documents, analyzer));
  }

  @Override
  public Optional<String> nearestWord(String word, int slips) {
    return read(now -> now.nearestWord(word, slips));
  }

  @Override
  public List<Source> sources() {
    return read(now -> List.copyOf(now.sources().values()));
  }

  @Override
  public Optional<SourceDocument> document(String id) {
    return read(now -> now.document(id));
  }

  @Override
  public Map<String, String> fingerprints() {
    return read(IndexState::fingerprints);
  }

  @Override
  public Map<String, String> files() {
    return read(IndexState::files);
  }

  @Override
  public long version() {
    return read(IndexState::version);
  }

  @Override
  public int passages() {
    return read(IndexState::passages);
  }

  @Override
  public int passagesWith(String stem) {
    return read(now -> now.passagesWith(stem));
  }
}
