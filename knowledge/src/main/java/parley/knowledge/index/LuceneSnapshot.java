package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The index at one moment; its files stay open while anyone reads them. */
final class LuceneSnapshot implements IndexState {

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final SortedMap<String, Source> sources = new TreeMap<>();
  private final SortedMap<String, String> fingerprints = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  private LuceneSnapshot(IndexReader reader) throws IOException {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    readSources();
  }

  static LuceneSnapshot of(DirectoryReader reader) throws IOException {
    return new LuceneSnapshot(reader);
  }

  static LuceneSnapshot empty() throws IOException {
    return new LuceneSnapshot(new MultiReader());
  }

  /** The index as it is now; shares with this one what has not changed. */
  LuceneSnapshot changed() throws IOException {
    DirectoryReader now =
        reader instanceof DirectoryReader before ? DirectoryReader.openIfChanged(before) : null;
    if (now == null) {
      reader.incRef();
      return new LuceneSnapshot(reader);
    }
    return new LuceneSnapshot(now);
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
    return fingerprints;
  }

  @Override
  public Map<String, String> files() {
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
    try {
      TopDocs found = searcher.search(new TermQuery(SourceFields.entryOf(id)), 1);
      return found.scoreDocs.length == 0
          ? Optional.empty()
          : Optional.of(
              SourceFields.document(searcher.storedFields().document(found.scoreDocs[0].doc)));
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
      Query found =
          new BooleanQuery.Builder()
              .add(words, BooleanClause.Occur.MUST)
              .add(within, BooleanClause.Occur.FILTER)
              .build();
      SortedMap<Integer, Double> lexical = scores(found, limit);
      SortedMap<Integer, Double> all = new TreeMap<>(lexical);
      all.putAll(
          scores(new KnnFloatVectorQuery(PassageFields.VECTOR, vector, limit, within), limit));
      ExactScores exact = new ExactScores(searcher, new ArrayList<>(all.keySet()));
      return candidates(all, exact.of(words), exact.cosines(vector));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query within(Set<String> documents) {
    return documents.isEmpty()
        ? new MatchAllDocsQuery()
        : new TermInSetQuery(SourceFields.DOCUMENT, documents.stream().map(BytesRef::new).toList());
  }

  private static Query wordsQuery(String query, Analyzer analyzer) {
    Query words = new QueryBuilder(analyzer).createBooleanQuery(PassageFields.CONTENT, query);
    return words == null ? new MatchNoDocsQuery("no word to look for") : words;
  }

  private SortedMap<Integer, Double> scores(Query query, int limit) throws IOException {
    SortedMap<Integer, Double> scores = new TreeMap<>();
    for (ScoreDoc found : searcher.search(query, limit).scoreDocs) {
      scores.put(found.doc, (double) found.score);
    }
    return scores;
  }

  private List<Candidate> candidates(
      SortedMap<Integer, Double> found, Map<Integer, Double> lexical, Map<Integer, Double> cosines)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Copies.Found> candidates = new ArrayList<>(found.size());
    for (int doc : found.keySet()) {
      Document fields = stored.document(doc);
      Candidate candidate =
          new Candidate(
              PassageFields.passage(fields, sources),
              lexical.getOrDefault(doc, 0.0),
              cosines.getOrDefault(doc, 0.0));
      candidates.add(new Copies.Found(candidate, PassageFields.shingles(fields)));
    }
    return Copies.merged(candidates);
  }

  private void readSources() throws IOException {
    int most = Math.max(1, reader.maxDoc());
    StoredFields stored = reader.storedFields();
    for (ScoreDoc entry : searcher.search(new TermQuery(SourceFields.ENTRY), most).scoreDocs) {
      Document fields = stored.document(entry.doc, SourceFields.DESCRIPTION);
      Source source = SourceFields.source(fields);
      sources.put(source.id(), source);
      fingerprints.put(source.id(), SourceFields.fingerprint(fields));
      files.put(source.id(), SourceFields.file(fields));
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
