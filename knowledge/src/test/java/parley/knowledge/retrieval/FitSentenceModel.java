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
import java.util.stream.IntStream;
import parley.knowledge.index.EmbeddedModel;
import parley.knowledge.index.StoredEmbeddingModel;
import parley.knowledge.index.WordEncoder;
import parley.knowledge.retrieval.FitExamples.Example;

/**
 * Fits the models of {@link SentenceScoringModel} but for the reader and writes their resource.
 * What it tells of articles held out is in eight folds.
 */
final class FitSentenceModel {

  static final int FOLDS = 8;
  private static final double SENTENCE_PENALTY = 10;
  private static final double ANSWER_PENALTY = 20;

  /** A right sentence among so many of the best makes a right answer. */
  private static final int BEST = 3;

  /** People ask as they ask of the reports; SQuAD keeps the ranking general. */
  private static final double REPORT_WEIGHT = 2;

  private static final double SQUAD_WEIGHT = 0.1;

  private final List<Example> examples;
  private final WordEncoder words;
  private final List<Double> centre;
  private final List<PassageReading> readers;

  private FitSentenceModel(
      List<Example> examples, WordEncoder words, List<Double> centre, List<Reader> readers) {
    this.examples = examples;
    this.words = words;
    this.centre = centre;
    this.readers = readers.stream().map(reader -> new PassageReading(() -> reader, words)).toList();
  }

  /**
   * Fits them.
   *
   * @param folder the reports
   * @param squad a SQuAD 2.0 JSON file
   * @param kept where embeddings and indexes are kept, and {@link FitReader} has put its folds
   * @param written where the models are written to
   */
  static void fit(Path folder, Path squad, Path kept, Path written) throws IOException {
    List<FitData.Article> reports = FitData.reports(folder);
    List<FitData.Article> articles = new ArrayList<>();
    for (FitData.Article report : reports) {
      articles.add(report);
      articles.addAll(FitData.parts(report));
    }
    articles.addAll(FitData.squad(squad));
    try (StoredEmbeddingModel embeddings =
        new StoredEmbeddingModel(EmbeddedModel.load(null, kept), kept.resolve("embeddings"))) {
      FitExamples making = new FitExamples(embeddings);
      List<Example> examples = making.of(articles, kept.resolve("indexes"));
      embeddings.save();
      SentenceModel model =
          new FitSentenceModel(
                  examples, embeddings, making.centre(reports), FitReader.readers(kept))
              .fit();
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(written.toFile(), model);
    }
  }

  /** A report's question with its sentences scored by a model that has not seen the report. */
  record Scored(Example example, ScoredSentences sentences) {

    /** Whether a right sentence is among the best. */
    boolean rightWithin(int best) {
      return sentences.bestFirst().stream().limit(best).anyMatch(example.gold()::get);
    }
  }

  /** A report's question with what a model and a reader that have not seen the report say. */
  private record Read(Example example, double[] unread, double[] read) {}

  private SentenceModel fit() {
    Standardisation ranking =
        Standardisation.of(
            examples.stream().flatMap(e -> e.matched().features().stream()).toList());
    LinearModel[] sentence = new LinearModel[FOLDS + 1];
    for (int fold = 0; fold <= FOLDS; fold++) {
      sentence[fold] = sentenceModel(fold, ranking);
    }
    List<Read> read =
        examples.stream()
            .filter(example -> example.article().report())
            .map(example -> read(example, sentence[foldOf(example)]))
            .toList();
    LinearModel reading = readingModel(read);
    List<Scored> scored = read.stream().map(one -> scored(one, reading)).toList();
    SentenceModel[] models = new SentenceModel[FOLDS + 1];
    Map<String, Object> provenance = provenance();
    for (int fold = 0; fold <= FOLDS; fold++) {
      int held = fold;
      List<Scored> seen = scored.stream().filter(s -> foldOf(s.example()) != held).toList();
      models[fold] =
          new SentenceModel(provenance, sentence[fold], reading, answerModel(seen), centre);
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

  private Read read(Example example, LinearModel model) {
    double[] unread = example.matched().features().stream().mapToDouble(model::score).toArray();
    PassageReading reading = readers.get(example.article().number() % readers.size());
    return new Read(
        example, unread, reading.of(example.asked().text(), example.contexts(), unread));
  }

  private static LinearModel readingModel(List<Read> read) {
    Standardisation standard =
        Standardisation.of(read.stream().flatMap(one -> rows(one).stream()).toList());
    List<ListwiseFitLoss.Group> groups =
        read.stream()
            .filter(one -> one.example().gold().contains(true))
            .map(
                one ->
                    new ListwiseFitLoss.Group(
                        rows(one).stream().map(standard::apply).toList(), one.example().gold(), 1))
            .toList();
    List<String> names = SentenceModel.READING;
    double[] weights = new ListwiseFitLoss(groups, names.size(), SENTENCE_PENALTY).minimise();
    return standard.model(names, weights, 0);
  }

  private static List<double[]> rows(Read one) {
    return IntStream.range(0, one.read().length)
        .mapToObj(i -> new double[] {one.unread()[i], one.read()[i]})
        .toList();
  }

  private Scored scored(Read one, LinearModel reading) {
    Example example = one.example();
    WordMatcher matcher = new WordMatcher(words, new WordCentre(centre), example.asked().text());
    return new Scored(
        example,
        new ScoredSentences(
            example.contexts(), example.matched(), one.unread(), one.read(), reading, matcher));
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

  private static double[] withBias(double[] row) {
    double[] longer = Arrays.copyOf(row, row.length + 1);
    longer[row.length] = 1;
    return longer;
  }

  private static Map<String, Object> provenance() {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put(
        "data",
        "88 reports written for this, with 4,322 questions, whole and in parts; to rank sentences also SQuAD 2.0"
            + " (Rajpurkar, Jia, Liang 2018; CC BY-SA 4.0), 16 articles of its development set");
    provenance.put("embedding model", "e5-small-v2, quantised (MIT)");
    provenance.put("fitted on", LocalDate.now(ZoneOffset.UTC).toString());
    return provenance;
  }
}
