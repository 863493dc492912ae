package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/**
 * What is counted of the passages of one state of an index. Thread-safe.
 *
 * @param passages how many there are
 * @param withStems how many of them have a stem at all
 * @param length how many stems they have together
 * @param stems how many passages hold each stem
 * @param words an index of the words alone, each once
 */
record Vocabulary(
    int passages, int withStems, long length, Map<String, Integer> stems, IndexReader words) {

  static final Vocabulary NONE = new Vocabulary(0, 0, 0, Map.of(), indexed(List.of()));

  Vocabulary {
    stems = Map.copyOf(stems);
  }

  /** Lucene's index of words, for finding those that are written much alike. */
  static IndexReader indexed(Collection<String> words) {
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
    return stems.getOrDefault(stem, 0);
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
    return new BM25Similarity()
        .scorer(
            times,
            new CollectionStatistics(PassageFields.CONTENT, passages, withStems, length, withStems),
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
