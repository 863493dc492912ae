package parley.knowledge.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReciprocalRankFuser;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import parley.knowledge.Passage;
import parley.knowledge.document.DocumentFile;
import parley.knowledge.index.Candidate;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;

/**
 * Measures how often several ways of searching bring up the right paragraph, all in one run: the
 * same paragraphs of all articles together, the same questions.
 *
 * <p>Takes the path of a SQuAD 2.0 JSON file and a folder to keep embeddings and the index in. The
 * README's figures are of these articles of the development set: Normans, Computational complexity
 * theory, Huguenot, Steam engine, 1973 oil crisis, European Union law, Packet switching, Harvard
 * University, Yuan dynasty, Immune system, Scottish Parliament, Islamism, Imperialism, Warsaw,
 * French and Indian War, Force.
 */
public final class MeasureRetrieval {

  private static final List<Integer> RANKS = List.of(1, 4, 10);
  private static final int CANDIDATES = 50;

  /** What its authors tell to put before a question (BAAI's card of the model). */
  private static final String BGE_QUERY =
      "Represent this sentence for searching relevant passages: ";

  private static final String ARTICLE = "article";
  private static final String PARAGRAPH = "paragraph";

  private final List<Article> articles;
  private final LucenePassageIndex index;
  private final StoredEmbeddingModel e5;
  private final EmbeddingModel bge = new BgeSmallEnV15QuantizedEmbeddingModel();
  private final Map<String, Function<String, List<Place>>> ways = new LinkedHashMap<>();

  /** A paragraph of an article, both counted from 0. */
  private record Place(int article, int paragraph) {}

  private MeasureRetrieval(
      List<Article> articles, LucenePassageIndex index, StoredEmbeddingModel e5) {
    this.articles = articles;
    this.index = index;
    this.e5 = e5;
    ways.put("LangChain4j's Easy RAG, with bge-small-en-v1.5", easyRag());
    ways.put("BM25 (Lucene)", question -> passages(best(question, Candidate::lexical)));
    ways.put("vectors of bge-small-en-v1.5", bgeVectors());
    ways.put("vectors of e5-small-v2", question -> passages(best(question, Candidate::similarity)));
    ways.put("BM25 and e5-small-v2, reciprocal rank fusion", this::fusedByRank);
    ways.put("**Parley**: the same two, standardised scores", this::parley);
  }

  public static void main(String[] arguments) throws IOException {
    List<Article> articles = FitData.squad(Path.of(arguments[0]));
    Path kept = Path.of(arguments[1]);
    List<DocumentFile> files = articles.stream().map(Article::file).toList();
    try (StoredEmbeddingModel e5 =
            new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"));
        LucenePassageIndex index = LucenePassageIndex.open(kept.resolve("index"), e5.modelName())) {
      new IndexUpdater(index, e5, passage -> List.of()).update(files, (done, total) -> {});
      new MeasureRetrieval(articles, index, e5)
          .print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
  }

  private void print(PrintStream out) {
    int questions = articles.stream().mapToInt(article -> article.questions().size()).sum();
    int paragraphs = articles.stream().mapToInt(article -> article.paragraphs().size()).sum();
    out.printf("%,d questions, %,d paragraphs%n%n", questions, paragraphs);
    out.println("| | first | among 4 | among 10 |");
    out.println("|---|---|---|---|");
    ways.forEach(
        (name, way) -> {
          int[] found = found(way);
          out.printf("| %s |", name);
          for (int count : found) {
            String share = String.format(Locale.ENGLISH, "%.3f", (double) count / questions);
            out.printf(" %s |", share.replaceFirst("^0", ""));
          }
          out.println();
        });
  }

  /** For how many questions a right paragraph is among the first so many. */
  private int[] found(Function<String, List<Place>> way) {
    int[] found = new int[RANKS.size()];
    for (Article article : articles) {
      for (Asked asked : article.questions()) {
        List<Place> right =
            asked.right().stream()
                .map(place -> new Place(article.number(), place.paragraph()))
                .toList();
        List<Place> ranked = way.apply(asked.text()).stream().distinct().toList();
        for (int i = 0; i < found.length; i++) {
          boolean among = ranked.stream().limit(RANKS.get(i)).anyMatch(right::contains);
          found[i] += among ? 1 : 0;
        }
      }
    }
    return found;
  }

  /** As its tutorial does: a vector store, and the question as it is. */
  private Function<String, List<Place>> easyRag() {
    EmbeddingStoreContentRetriever retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingStore(bgeStore((article, paragraph) -> paragraph))
            .embeddingModel(bge)
            .maxResults(CANDIDATES)
            .build();
    return question ->
        retriever.retrieve(Query.from(question)).stream()
            .map(content -> place(content.textSegment()))
            .toList();
  }

  /** With what Parley gives to its own model too: titles, and a prefix before the question. */
  private Function<String, List<Place>> bgeVectors() {
    EmbeddingStore<TextSegment> store =
        bgeStore((article, paragraph) -> article.title() + "\n" + paragraph);
    return question ->
        store
            .search(
                EmbeddingSearchRequest.builder()
                    .queryEmbedding(bge.embed(BGE_QUERY + question).content())
                    .maxResults(CANDIDATES)
                    .build())
            .matches()
            .stream()
            .map(match -> place(match.embedded()))
            .toList();
  }

  /** What of a paragraph is embedded. */
  @FunctionalInterface
  private interface Embedded {
    String of(Article article, String paragraph);
  }

  private EmbeddingStore<TextSegment> bgeStore(Embedded content) {
    List<TextSegment> segments = new ArrayList<>();
    for (Article article : articles) {
      for (int i = 0; i < article.paragraphs().size(); i++) {
        Metadata place = new Metadata().put(ARTICLE, article.number()).put(PARAGRAPH, i);
        segments.add(TextSegment.from(content.of(article, article.paragraphs().get(i)), place));
      }
    }
    EmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    store.addAll(bge.embedAll(segments).content(), segments);
    return store;
  }

  private static Place place(TextSegment segment) {
    return new Place(
        segment.metadata().getInteger(ARTICLE), segment.metadata().getInteger(PARAGRAPH));
  }

  private List<Passage> best(String question, ToDoubleFunction<Candidate> score) {
    Embedding vector = e5.embed(question).content();
    return index.candidates(question, vector, CANDIDATES, Set.of()).stream()
        .sorted(Comparator.comparingDouble(score).reversed())
        .map(Candidate::passage)
        .limit(CANDIDATES)
        .toList();
  }

  private List<Place> fusedByRank(String question) {
    List<List<Content>> lists =
        List.of(
            contents(best(question, Candidate::lexical)),
            contents(best(question, Candidate::similarity)));
    return ReciprocalRankFuser.fuse(lists).stream()
        .map(content -> place(content.textSegment()))
        .toList();
  }

  private static List<Content> contents(List<Passage> passages) {
    return passages.stream()
        .map(
            passage ->
                Content.from(
                    TextSegment.from(
                        passage.text(),
                        new Metadata()
                            .put(ARTICLE, place(passage).article())
                            .put(PARAGRAPH, place(passage).paragraph()))))
        .toList();
  }

  private List<Place> parley(String question) {
    return new PassageRetriever(index, e5)
        .find(question, CANDIDATES).stream().map(found -> place(found.passage())).toList();
  }

  private static List<Place> passages(List<Passage> passages) {
    return passages.stream().map(MeasureRetrieval::place).toList();
  }

  private static Place place(Passage passage) {
    return new Place(Integer.parseInt(passage.source().id()), passage.paragraph() - 1);
  }
}
