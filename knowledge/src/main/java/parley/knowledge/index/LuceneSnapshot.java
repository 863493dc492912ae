package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The index at one moment; its files stay open while anyone reads them. */
final class LuceneSnapshot implements IndexState {

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Map<Object, SegmentSources> segments = new HashMap<>();
  private final SortedMap<String, Source> sources = new TreeMap<>();

  private LuceneSnapshot(IndexReader reader, Map<Object, SegmentSources> known) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    for (LeafReaderContext leaf : reader.leaves()) {
      Object key = leaf.reader().getCoreCacheHelper().getKey();
      SegmentSources segment = known.get(key);
      segments.put(key, segment == null ? SegmentSources.read(leaf.reader()) : segment);
    }
    forEachDocument(document -> sources.put(document.source().id(), document.source()));
  }

  static LuceneSnapshot of(DirectoryReader reader) throws IOException {
    return new LuceneSnapshot(reader, Map.of());
  }

  static LuceneSnapshot empty() throws IOException {
    return new LuceneSnapshot(new MultiReader(), Map.of());
  }

  /** The index as it is now; shares with this one what has not changed. */
  LuceneSnapshot changed() throws IOException {
    DirectoryReader now =
        reader instanceof DirectoryReader before ? DirectoryReader.openIfChanged(before) : null;
    if (now == null) {
      reader.incRef();
      return new LuceneSnapshot(reader, segments);
    }
    return new LuceneSnapshot(now, segments);
  }

  boolean isEmpty() {
    return sources.isEmpty();
  }

  @Override
  public SortedMap<String, Source> sources() {
    return sources;
  }

  @Override
  public Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new TreeMap<>();
    forEachDocument(it -> fingerprints.put(it.source().id(), it.fingerprint()));
    return fingerprints;
  }

  @Override
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    forEachDocument(it -> files.put(it.source().id(), it.file()));
    return files;
  }

  @Override
  public long version() {
    return reader instanceof DirectoryReader written ? written.getVersion() : 0;
  }

  @Override
  public int passages() {
    return reader.numDocs() - sources.size();
  }

  @Override
  public int passagesWith(String stem) {
    try {
      return reader.docFreq(new Term(PassageFields.CONTENT, stem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<SourceDocument> document(String id) {
    Source source = sources.get(id);
    if (source == null) {
      return Optional.empty();
    }
    try {
      int entry = best(new TermQuery(SourceFields.entryOf(id)), 1).get(0);
      return Optional.of(SourceFields.document(source, searcher.storedFields().document(entry)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> nearestWord(String word, int slips) {
    return NearestWord.of(word, slips, reader);
  }

  @Override
  public List<Candidate> candidates(
      String query, float[] vector, int limit, Set<String> documents, Analyzer analyzer) {
    if (isEmpty()) {
      return List.of();
    }
    try {
      Query words = wordsQuery(query, analyzer);
      Query within = within(documents);
      SortedSet<Integer> found = new TreeSet<>(best(within(words, within), limit));
      found.addAll(
          best(new KnnFloatVectorQuery(PassageFields.VECTOR, vector, limit, within), limit));
      List<Integer> entries = List.copyOf(found);
      ExactScores exact = new ExactScores(searcher, entries);
      return candidates(entries, exact.of(words), exact.cosines(vector));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  /** Counts no more than it gives: entries that cannot be among these are skipped from then on. */
  private List<Integer> best(Query query, int limit) throws IOException {
    int most = Math.max(1, Math.min(limit, reader.maxDoc()));
    TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(most, most));
    return Arrays.stream(found.scoreDocs).map(entry -> entry.doc).toList();
  }

  /**
   * Reads the entries found.
   *
   * @param entries in ascending order
   */
  private List<Candidate> candidates(
      List<Integer> entries, Map<Integer, Double> lexical, Map<Integer, Double> cosines)
      throws IOException {
    List<Copies.Found> candidates = new ArrayList<>(entries.size());
    LeafReaderContext leaf = null;
    SegmentPassages passages = null;
    for (int entry : entries) {
      LeafReaderContext of = reader.leaves().get(ReaderUtil.subIndex(entry, reader.leaves()));
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

  private void forEachDocument(Consumer<SourceDescription> consumer) {
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafReader segment = leaf.reader();
      segments.get(segment.getCoreCacheHelper().getKey()).forEach(segment, consumer);
    }
  }

  /** Whether it could be kept open for one more reader, who then releases it. */
  boolean acquire() {
    return reader.tryIncRef();
  }

  void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
