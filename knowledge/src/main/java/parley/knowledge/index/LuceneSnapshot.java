package parley.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/** The index at one moment; its files stay open while anyone reads them. */
final class LuceneSnapshot implements IndexState {

  /** Questions share most of their words; to look one up that is in no passage takes 0.5 ms. */
  private static final int RECENT_WORDS = 1000;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Map<Object, SegmentSources> segments = new HashMap<>();
  private final SortedMap<String, Source> sources = new TreeMap<>();
  private final RecentlyUsed<String, Optional<String>> nearestWords =
      new RecentlyUsed<>(RECENT_WORDS);

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
      TopDocs entry = searcher.search(new TermQuery(SourceFields.entryOf(id)), 1);
      return Optional.of(
          SourceFields.document(source, searcher.storedFields().document(entry.scoreDocs[0].doc)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> nearestWord(String word, int slips) {
    return nearestWords.get(slips + word, key -> NearestWord.of(word, slips, reader));
  }

  @Override
  public List<Candidate> candidates(
      String query, Supplier<float[]> vector, int limit, Set<String> documents, Analyzer analyzer) {
    return isEmpty()
        ? List.of()
        : new CandidateSearch(searcher, sources)
            .candidates(query, vector, limit, documents, analyzer);
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
