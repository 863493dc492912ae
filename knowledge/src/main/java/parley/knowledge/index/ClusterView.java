package parley.knowledge.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;
import parley.knowledge.Source;
import parley.knowledge.SourceDocument;

/**
 * An index on a cluster in one of its states: what changes later is not seen. What is read of all
 * passages and documents is read once. Thread-safe.
 */
final class ClusterView implements IndexState {

  /** The graph of the vectors finds almost all of the nearest if it may look at so many more. */
  private static final int LOOKED_AT_FOR_ONE = 4;

  private static final int FEWEST_LOOKED_AT = 100;

  private final ClusterIndex index;
  private final @Nullable ClusterState state;
  private final AtHand atHand;
  private final ClusterSources documents;
  private final ClusterWords words;

  private ClusterView(
      ClusterIndex index,
      @Nullable ClusterState state,
      AtHand atHand,
      ClusterSources documents,
      ClusterWords words) {
    this.index = index;
    this.state = state;
    this.atHand = atHand;
    this.documents = documents;
    this.words = words;
  }

  /** What was read lately, whatever the state: no entry ever changes. */
  record AtHand(
      RecentlyUsed<String, StoredPassage> passages,
      RecentlyUsed<String, Optional<SourceDocument>> documents) {

    /** About 30 MB at most. */
    static AtHand empty() {
      return new AtHand(new RecentlyUsed<>(5_000), new RecentlyUsed<>(1_000));
    }
  }

  static ClusterView empty(ClusterIndex index, AtHand atHand) {
    return new ClusterView(index, null, atHand, ClusterSources.NONE, ClusterWords.none(index));
  }

  /** The index in a later state, or another index of that name. */
  ClusterView in(ClusterState now) {
    ClusterSources shown =
        state != null && state.isOfSameIndex(now)
            ? documents.changed(index, state, now)
            : ClusterSources.of(index, now);
    Set<String> editions = Set.copyOf(shown.editions().values());
    return new ClusterView(
        index,
        now,
        atHand,
        shown,
        new ClusterWords(index, now.visible(), editions, words.latest()));
  }

  /** Whether this is how the index is seen in that state. */
  boolean isOf(ClusterState other) {
    return state != null && state.isSeenAs(other);
  }

  /** Tells the states of one index, and those of indexes of the same name, from each other. */
  @Override
  public long version() {
    return state == null ? 0 : ((long) state.made().hashCode() << Integer.SIZE) + state.change();
  }

  boolean isEmpty() {
    return documents.sources().isEmpty();
  }

  @Override
  public SortedMap<String, Source> sources() {
    return documents.sources();
  }

  @Override
  public Map<String, String> fingerprints() {
    return documents.fingerprints();
  }

  @Override
  public Map<String, String> files() {
    return documents.files();
  }

  /** The edition that is seen of each document. */
  Map<String, String> editions() {
    return documents.editions();
  }

  @Override
  public Optional<String> nearestWord(String word, int slips) {
    return words.vocabulary().nearestWord(word, slips);
  }

  @Override
  public int passages() {
    return words.vocabulary().passages();
  }

  @Override
  public int passagesWith(String stem) {
    return words.vocabulary().passagesWith(stem);
  }

  @Override
  public Optional<SourceDocument> document(String id) {
    String edition = editions().get(id);
    return edition == null
        ? Optional.empty()
        : atHand
            .documents()
            .get(
                edition,
                it ->
                    Optional.ofNullable(index.entries(List.of(it), SourceEntry.class).get(it))
                        .map(SourceEntry::sourceDocument));
  }

  @Override
  public List<Candidate> candidates(
      String query, Supplier<float[]> vector, int limit, Set<String> documents, Analyzer analyzer) {
    if (isEmpty()) {
      return List.of();
    }
    float[] asked = vector.get();
    List<String> stems = PassageEntry.terms(PassageFields.CONTENT, query, analyzer);
    Map<String, StoredPassage> found =
        atHand.passages().getAll(ids(stems, asked, limit, documents), this::read);
    Function<StoredPassage, Double> lexical = words.vocabulary().scoring(stems);
    List<Copies.Found> candidates = new ArrayList<>();
    for (StoredPassage passage : found.values()) {
      Source source = sources().get(passage.document());
      Candidate candidate =
          new Candidate(passage.passage(source), lexical.apply(passage), passage.cosine(asked));
      candidates.add(new Copies.Found(candidate, Shingles.of(passage.shingles())));
    }
    return Copies.merged(candidates);
  }

  private Map<String, StoredPassage> read(List<String> ids) {
    return index.entries(ids, PassageEntry.class).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().stored()));
  }

  private Set<String> ids(List<String> stems, float[] vector, int limit, Set<String> documents) {
    List<Object> seen = new ArrayList<>(List.of(state.visible()));
    if (!documents.isEmpty()) {
      seen.add(Map.of("terms", Map.of(ClusterEntry.DOCUMENT, documents)));
    }
    List<Map<String, Object>> searches = new ArrayList<>();
    if (!stems.isEmpty()) {
      searches.add(best(byWords(stems, seen), limit));
    }
    searches.add(best(byMeaning(vector, limit, seen), limit));
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode answer : index.search(searches)) {
      answer.path("hits").path("hits").forEach(hit -> ids.add(hit.path("_id").asText()));
    }
    return ids;
  }

  private static Map<String, Object> best(Map<String, Object> query, int limit) {
    return Map.of("size", limit, "_source", false, "query", query);
  }

  private static Map<String, Object> byWords(List<String> stems, List<Object> seen) {
    Map<String, Object> words =
        Map.of("match", Map.of(ClusterEntry.CONTENT, String.join(" ", stems)));
    return Map.of("bool", Map.of("must", List.of(words), "filter", seen));
  }

  private static Map<String, Object> byMeaning(float[] vector, int limit, List<Object> seen) {
    return Map.of(
        "knn",
        Map.of(
            ClusterEntry.VECTOR,
            Map.of(
                "vector", vector,
                "k", Math.max(FEWEST_LOOKED_AT, limit * LOOKED_AT_FOR_ONE),
                "filter", Map.of("bool", Map.of("filter", seen)))));
  }
}
