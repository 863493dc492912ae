package parley.knowledge.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.retrieval.FitExamples.Example;

/**
 * Fits the two models of {@link SentenceScoringModel} and writes their resource.
 *
 * <p>Takes the folder of reports (the test resources' {@code fit}), the path of a SQuAD 2.0 JSON
 * file, a folder to keep embeddings and indexes in, and the path to write to. What it tells of
 * articles held out is in eight folds.
 */
final class FitSentenceModel {

  static final int FOLDS = 8;
  private static final double SENTENCE_PENALTY = 10;
  private static final double RELEVANCE_PENALTY = 3;
  private static final double ANSWER_PENALTY = 20;

  /** A right sentence among so many of the best makes a right answer. */
  private static final int BEST = 3;

  /** Questions on other matters are few among those of the reports and many in life. */
  private static final double FAR_WEIGHT = 4;

  /** People ask as they ask of the reports; SQuAD keeps the ranking general. */
  private static final double REPORT_WEIGHT = 2;

  private static final double SQUAD_WEIGHT = 0.1;

  private final List<Example> examples;
  private final WordEncoder words;
  private final List<Double> centre;

  private FitSentenceModel(List<Example> examples, WordEncoder words, List<Double> centre) {
    this.examples = examples;
    this.words = words;
    this.centre = centre;
  }

  public static void main(String[] arguments) throws IOException {
    Path kept = Path.of(arguments[2]);
    List<FitData.Article> articles = new ArrayList<>(FitData.reports(Path.of(arguments[0])));
    List<FitData.Article> reports = List.copyOf(articles);
    reports.forEach(report -> articles.addAll(FitData.parts(report)));
    articles.addAll(FitData.squad(Path.of(arguments[1])));
    try (StoredEmbeddingModel embeddings =
        new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"))) {
      FitExamples making = new FitExamples(embeddings);
      List<Example> examples = making.of(articles, kept.resolve("indexes"));
      embeddings.save();
      SentenceModel model =
          new FitSentenceModel(examples, embeddings, making.centre(reports)).fit();
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Path.of(arguments[3]).toFile(), model);
    }
  }

  /** A report's question with its sentences scored by a model that has not seen the report. */
  record Scored(Example example, ScoredSentences sentences) {

    /** Whether a right sentence is among the best. */
    boolean rightWithin(int best) {
      return sentences.bestFirst().stream().limit(best).anyMatch(example.gold()::get);
    }
  }

  private SentenceModel fit() {
    Standardisation ranking =
        Standardisation.of(
            examples.stream().flatMap(e -> e.matched().features().stream()).toList());
    LinearModel[] sentence = new LinearModel[FOLDS + 1];
    for (int fold = 0; fold <= FOLDS; fold++) {
      sentence[fold] = sentenceModel(fold, ranking);
    }
    List<Scored> scored = new ArrayList<>();
    for (Example example : examples) {
      if (example.article().report()) {
        scored.add(scored(example, sentence[foldOf(example)]));
      }
    }
    SentenceModel[] models = new SentenceModel[FOLDS + 1];
    Map<String, Object> provenance = provenance();
    for (int fold = 0; fold <= FOLDS; fold++) {
      int held = fold;
      List<Scored> seen = scored.stream().filter(s -> foldOf(s.example()) != held).toList();
      models[fold] =
          new SentenceModel(
              provenance, sentence[fold], relevanceModel(seen), answerModel(seen), centre);
    }
    provenance.put("held out", new FitReport(scored, models).lines());
    return models[FOLDS];
  }

  static int foldOf(Example example) {
    return example.article().number() % FOLDS;
  }

  private LinearModel sentenceModel(int held, Standardisation ranking) {
    List<ListwiseFitLoss.Group> groups =
        examples.stream()
            .filter(e -> foldOf(e) != held && e.gold().contains(true))
            .map(
                e ->
                    new ListwiseFitLoss.Group(
                        e.matched().features().stream().map(ranking::apply).toList(),
                        e.gold(),
                        e.article().report() ? REPORT_WEIGHT : SQUAD_WEIGHT))
            .toList();
    List<String> names = SentenceModel.sentenceFeatures();
    double[] weights = new ListwiseFitLoss(groups, names.size(), SENTENCE_PENALTY).minimise();
    return ranking.model(names, weights, 0);
  }

  private Scored scored(Example example, LinearModel model) {
    WordMatcher matcher = new WordMatcher(words, new WordCentre(centre), example.asked().text());
    return new Scored(
        example, new ScoredSentences(example.contexts(), example.matched(), model, matcher));
  }

  private static AnswerModel answerModel(List<Scored> scored) {
    List<double[]> rows = scored.stream().map(s -> AnswerFeature.of(s.sentences())).toList();
    Standardisation features = Standardisation.of(rows);
    List<double[]> products =
        rows.stream().map(row -> AnswerModel.withProducts(features.apply(row))).toList();
    Standardisation standard = Standardisation.of(products);
    List<LogisticFitLoss.Case> cases = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double[] row = withBias(standard.apply(products.get(i)));
      cases.add(new LogisticFitLoss.Case(row, scored.get(i).rightWithin(BEST), 1));
    }
    List<String> names = SentenceModel.answerFeatures();
    List<String> all = AnswerModel.productNames(names);
    double[] fitted = new LogisticFitLoss(cases, all.size() + 1, ANSWER_PENALTY).minimise();
    LinearModel model = standard.model(all, Arrays.copyOf(fitted, all.size()), fitted[all.size()]);
    return new AnswerModel(names, features.meanList(), features.scaleList(), model);
  }

  private static LinearModel relevanceModel(List<Scored> scored) {
    List<double[]> rows =
        scored.stream().map(s -> AnswerFeature.relevance(AnswerFeature.of(s.sentences()))).toList();
    Standardisation standard = Standardisation.of(rows);
    List<LogisticFitLoss.Case> cases = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean far = scored.get(i).example().asked().kind().equals("far");
      double[] row = withBias(standard.apply(rows.get(i)));
      cases.add(new LogisticFitLoss.Case(row, !far, far ? FAR_WEIGHT : 1));
    }
    List<String> names = SentenceModel.relevanceFeatures();
    double[] fitted = new LogisticFitLoss(cases, names.size() + 1, RELEVANCE_PENALTY).minimise();
    return standard.model(names, Arrays.copyOf(fitted, names.size()), fitted[names.size()]);
  }

  private static double[] withBias(double[] row) {
    double[] longer = Arrays.copyOf(row, row.length + 1);
    longer[row.length] = 1;
    return longer;
  }

  private static Map<String, Object> provenance() {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put(
        "data",
        "40 reports written for this, with 1,924 questions, whole and in parts; to rank sentences also SQuAD 2.0"
            + " (Rajpurkar, Jia, Liang 2018; CC BY-SA 4.0), 16 articles of its development set");
    provenance.put("embedding model", "e5-small-v2, quantised (MIT)");
    provenance.put("fitted on", LocalDate.now(ZoneOffset.UTC).toString());
    return provenance;
  }
}
