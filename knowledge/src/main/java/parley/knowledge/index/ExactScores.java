package parley.knowledge.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;

/**
 * Scores chosen entries of a Lucene index, also those that a search of the best did not bring up.
 */
final class ExactScores {

  private final IndexSearcher searcher;
  private final List<Integer> docs;

  /**
   * @param docs in ascending order
   */
  ExactScores(IndexSearcher searcher, List<Integer> docs) {
    this.searcher = searcher;
    this.docs = docs;
  }

  /** The query's score of each of the entries that match it. */
  Map<Integer, Double> of(Query query) throws IOException {
    Map<Integer, Double> scores = new HashMap<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        collect(leaf, scorer.iterator(), doc -> scores.put(doc, (double) scorer.score()));
      }
    }
    return scores;
  }

  /** The cosine of each entry's vector, which has length 1, with this one of length 1. */
  Map<Integer, Double> cosines(float[] vector) throws IOException {
    Map<Integer, Double> cosines = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
      if (vectors != null) {
        collect(
            leaf,
            vectors,
            doc -> cosines.put(doc, (double) VectorUtil.dotProduct(vectors.vectorValue(), vector)));
      }
    }
    return cosines;
  }

  private void collect(LeafReaderContext leaf, DocIdSetIterator iterator, DocAction action)
      throws IOException {
    int end = leaf.docBase + leaf.reader().maxDoc();
    for (int doc : docs) {
      int local = doc - leaf.docBase;
      if (doc < leaf.docBase || doc >= end || iterator.docID() > local) {
        continue;
      }
      if (iterator.docID() == local || iterator.advance(local) == local) {
        action.at(doc);
      }
    }
  }

  /** What is done at an entry while an iterator stands on it. */
  @FunctionalInterface
  private interface DocAction {
    void at(int doc) throws IOException;
  }
}
