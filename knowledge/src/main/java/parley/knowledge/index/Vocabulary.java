package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/** The words of the passages of one state of an index, and how common they are. Thread-safe. */
final class Vocabulary {

  private final PassageCounts counts;
  private @Nullable IndexReader words;

  Vocabulary(PassageCounts counts) {
    this.counts = counts;
  }

  PassageCounts counts() {
    return counts;
  }

  int passages() {
    return counts.totals().passages();
  }

  /** As {@link PassageIndex#nearestWord} says. */
  Optional<String> nearestWord(String word, int slips) {
    return counts.words().containsKey(word)
        ? Optional.of(word)
        : NearestWord.of(word, slips, words());
  }

  private synchronized IndexReader words() {
    IndexReader known = words;
    if (known == null) {
      known = indexed(counts.words().keySet());
      words = known;
    }
    return known;
  }

  /** Lucene's index of words, for finding those that are written much alike. */
  private static IndexReader indexed(Collection<String> words) {
    // its buffers are the heap's, so that there is nothing to close
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig())) {
      Document all = new Document();
      words.forEach(word -> all.add(new StringField(PassageFields.WORDS, word, Field.Store.NO)));
      writer.addDocument(all);
      writer.commit();
      return DirectoryReader.open(memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int passagesWith(String stem) {
    return counts.stems().getOrDefault(stem, 0);
  }

  /**
   * Scores passages by BM25, as the embedded index does.
   *
   * @param query its stems, a stem that is asked for twice counting twice
   */
  Function<StoredPassage, Double> scoring(List<String> query) {
    Map<String, SimScorer> scorers =
        query.stream()
            .filter(stem -> passagesWith(stem) > 0)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, it -> scorer(it.getKey(), it.getValue().floatValue())));
    return passage -> score(passage, scorers);
  }

  private SimScorer scorer(String stem, float times) {
    int with = passagesWith(stem);
    PassageCounts.Totals all = counts.totals();
    return new BM25Similarity()
        .scorer(
            times,
            new CollectionStatistics(
                PassageFields.CONTENT,
                all.passages(),
                all.withStems(),
                all.length(),
                all.withStems()),
            new TermStatistics(new BytesRef(stem), with, with));
  }

  private static double score(StoredPassage passage, Map<String, SimScorer> scorers) {
    Map<String, Long> stems = passage.stems();
    long length = stems.values().stream().mapToLong(Long::longValue).sum();
    byte norm = SmallFloat.intToByte4((int) length);
    double score = 0;
    for (Map.Entry<String, SimScorer> scorer : scorers.entrySet()) {
      long times = stems.getOrDefault(scorer.getKey(), 0L);
      score += times == 0 ? 0 : scorer.getValue().score((float) times, norm);
    }
    return score;
  }
}
