package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;

/** Finds candidates in one state of a Lucene index, by words and by vectors. Thread-safe. */
final class CandidateSearch {

  private final IndexSearcher searcher;
  private final Map<String, Source> sources;

  /**
   * @param sources what is known of each document, by id
   */
  CandidateSearch(IndexSearcher searcher, Map<String, Source> sources) {
    this.searcher = searcher;
    this.sources = sources;
  }

  /** Looks for the words while the vector is computed, which takes longer in all but huge sets. */
  List<Candidate> candidates(
      String query, Supplier<float[]> vector, int limit, Set<String> documents, Analyzer analyzer) {
    Query words = wordsQuery(query, analyzer);
    Query within = within(documents);
    ForkJoinTask<Map<Integer, Double>> byWords =
        ForkJoinPool.commonPool().submit(() -> best(within(words, within), limit));
    try {
      float[] asked = vector.get();
      Query near = new KnnFloatVectorQuery(PassageFields.VECTOR, asked, limit, within);
      SortedSet<Integer> found = new TreeSet<>(best(near, limit).keySet());
      Map<Integer, Double> lexical = new HashMap<>(byWords.join());
      List<Integer> nearOnly = found.stream().filter(entry -> !lexical.containsKey(entry)).toList();
      lexical.putAll(new ExactScores(searcher, nearOnly).of(words));
      found.addAll(lexical.keySet());
      List<Integer> entries = List.copyOf(found);
      return read(entries, lexical, new ExactScores(searcher, entries).cosines(asked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // the index may be closed afterwards
      byWords.quietlyJoin();
    }
  }

  /**
   * Null for all documents: to search for vectors within a query, Lucene goes through all of it.
   */
  private static @Nullable Query within(Set<String> documents) {
    return documents.isEmpty()
        ? null
        : new TermInSetQuery(SourceFields.DOCUMENT, documents.stream().map(BytesRef::new).toList());
  }

  private static Query within(Query words, @Nullable Query within) {
    return within == null
        ? words
        : new BooleanQuery.Builder()
            .add(words, BooleanClause.Occur.MUST)
            .add(within, BooleanClause.Occur.FILTER)
            .build();
  }

  private static Query wordsQuery(String query, Analyzer analyzer) {
    Query words = new QueryBuilder(analyzer).createBooleanQuery(PassageFields.CONTENT, query);
    return words == null ? new MatchNoDocsQuery("no word to look for") : words;
  }

  /**
   * The best entries with their scores. Counts no more than it gives: entries that cannot be among
   * these are skipped from then on.
   */
  private Map<Integer, Double> best(Query query, int limit) {
    int most = Math.max(1, Math.min(limit, searcher.getIndexReader().maxDoc()));
    try {
      TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(most, most));
      return Arrays.stream(found.scoreDocs)
          .collect(Collectors.toMap(entry -> entry.doc, entry -> (double) entry.score));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the entries found.
   *
   * @param entries in ascending order
   */
  private List<Candidate> read(
      List<Integer> entries, Map<Integer, Double> lexical, Map<Integer, Double> cosines)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    List<Copies.Found> candidates = new ArrayList<>(entries.size());
    LeafReaderContext leaf = null;
    SegmentPassages passages = null;
    for (int entry : entries) {
      LeafReaderContext of = leaves.get(ReaderUtil.subIndex(entry, leaves));
      if (passages == null || of != leaf) {
        leaf = of;
        passages = new SegmentPassages(leaf.reader());
      }
      int inSegment = entry - leaf.docBase;
      Candidate candidate =
          new Candidate(
              passages.passage(inSegment, sources),
              lexical.getOrDefault(entry, 0.0),
              cosines.getOrDefault(entry, 0.0));
      candidates.add(new Copies.Found(candidate, passages.shingles(inSegment)));
    }
    return Copies.merged(candidates);
  }
}
