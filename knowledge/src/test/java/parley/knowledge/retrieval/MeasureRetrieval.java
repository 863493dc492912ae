package parley.knowledge.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReciprocalRankFuser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.knowledge.Passage;
import parley.knowledge.index.Candidate;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.IndexUpdater;
import parley.knowledge.index.LucenePassageIndex;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.observation.Stages;
import parley.knowledge.retrieval.FitData.Article;
import parley.knowledge.retrieval.FitData.Asked;
import parley.knowledge.retrieval.FitData.Place;

/**
 * Measures how often several ways of searching bring up the answer, all in one run: the paragraphs
 * of all articles together, the same questions.
 *
 * <p>Takes the path of a SQuAD 2.0 JSON file and a folder to keep embeddings and the index in. The
 * figures in {@code knowledge/README.md} are of these articles of the development set: Normans,
 * Computational complexity theory, Huguenot, Steam engine, 1973 oil crisis, European Union law,
 * Packet switching, Harvard University, Yuan dynasty, Immune system, Scottish Parliament, Islamism,
 * Imperialism, Warsaw, French and Indian War, Force.
 */
public final class MeasureRetrieval {

  private static final List<Integer> RANKS = List.of(1, 4, 10);
  private static final int CANDIDATES = 50;

  /** Passages that an answer is chosen from. */
  private static final int READ = 8;

  /** Around where an answer begins, so many characters tell whether a text holds it. */
  private static final int AROUND = 30;

  private final List<Article> articles;
  private final LucenePassageIndex index;
  private final StoredEmbeddingModel e5;
  private final ScoringModel scoring;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private MeasureRetrieval(
      List<Article> articles, LucenePassageIndex index, StoredEmbeddingModel e5) {
    this.articles = articles;
    this.index = index;
    this.e5 = e5;
    this.scoring = new PassageScoring(new SentenceScoringModel(e5, e5, index));
  }

  public static void main(String[] arguments) throws IOException {
    List<Article> articles = FitData.squad(Path.of(arguments[0]));
    Path kept = Path.of(arguments[1]);
    try (StoredEmbeddingModel e5 =
            new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"));
        LucenePassageIndex index = LucenePassageIndex.open(kept.resolve("index"), e5.modelName())) {
      new IndexUpdater(index, e5)
          .update(articles.stream().map(Article::file).toList(), (done, total) -> {});
      new MeasureRetrieval(articles, index, e5).print();
    }
  }

  private void print() {
    EmbeddingModel bge = new BgeSmallEnV15QuantizedEmbeddingModel();
    EasyRag easyRag = EasyRag.of(articles, bge, CANDIDATES);
    out.println("| | first | among 4 | among 10 |");
    out.println("|---|---|---|---|");
    printRow("LangChain4j's Easy RAG, its defaults", easyRag::find);
    printRow("BM25 alone (Lucene)", question -> best(question, Candidate::lexical));
    printRow("vectors alone (e5-small-v2)", question -> best(question, Candidate::similarity));
    printRow("both, reciprocal rank fusion", this::fusedByRank);
    printRow("fused: both, standardised scores", this::fused);
    printRow("**reranked: the best eight, as shipped**", this::reranked);
  }

  private void printRow(String name, Function<String, List<String>> way) {
    int[] found = new int[RANKS.size()];
    int questions = 0;
    for (Article article : articles) {
      for (Asked asked : article.questions()) {
        questions++;
        List<String> ranked = way.apply(asked.text()).stream().distinct().toList();
        for (int i = 0; i < found.length; i++) {
          boolean among =
              ranked.stream().limit(RANKS.get(i)).anyMatch(text -> holds(text, asked, article));
          found[i] += among ? 1 : 0;
        }
      }
    }
    out.printf("| %s |", name);
    for (int count : found) {
      out.printf(" %s |", share(count, questions));
    }
    out.println();
  }

  private static boolean holds(String text, Asked asked, Article article) {
    return asked.right().stream()
        .map(place -> around(place, article.paragraphs().get(place.paragraph())))
        .anyMatch(text::contains);
  }

  private static String around(Place place, String paragraph) {
    return paragraph.substring(
        Math.max(0, place.start() - AROUND), Math.min(paragraph.length(), place.start() + AROUND));
  }

  private List<String> best(String question, ToDoubleFunction<Candidate> score) {
    Embedding vector = e5.embed(question).content();
    return index.candidates(question, () -> vector, CANDIDATES, Set.of()).stream()
        .sorted(Comparator.comparingDouble(score).reversed())
        .map(Candidate::passage)
        .map(Passage::text)
        .limit(CANDIDATES)
        .toList();
  }

  private List<String> fusedByRank(String question) {
    List<List<Content>> lists =
        Stream.of(best(question, Candidate::lexical), best(question, Candidate::similarity))
            .map(texts -> texts.stream().map(TextSegment::from).map(Content::from).toList())
            .toList();
    return ReciprocalRankFuser.fuse(lists).stream()
        .map(content -> content.textSegment().text())
        .toList();
  }

  private List<String> fused(String question) {
    return new PassageRetriever(index, e5, Stages.UNOBSERVED)
        .find(question, CANDIDATES).stream().map(found -> found.passage().text()).toList();
  }

  private List<String> reranked(String question) {
    List<TextSegment> segments =
        new PassageRetriever(index, e5, Stages.UNOBSERVED)
            .find(question, READ).stream()
                .map(found -> PassageContent.of(found).textSegment())
                .toList();
    List<Double> scores = scoring.scoreAll(segments, question).content();
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> scores.get(i)).reversed())
        .map(segments::get)
        .map(TextSegment::text)
        .toList();
  }

  private static String share(int count, int all) {
    return String.format(Locale.ENGLISH, "%.3f", (double) count / all).replaceFirst("^0", "");
  }
}
