package parley.knowledge.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fitted numbers of {@link SentenceScoringModel}, as {@code FitSentenceModel} writes them.
 *
 * @param provenance what it was fitted on, under which licence, when, and what it reached on
 *     articles held out
 * @param sentence ranks sentences: fitted so that the exponentials of scores, divided by their sum
 *     over a question's sentences, are the probabilities that each is the right one
 * @param relevance gives the log odds that the question is on the documents' subject at all
 * @param centre the mean of words' vectors
 * @param answer gives the log odds that one of the three best sentences answers
 */
record SentenceModel(
    Map<String, Object> provenance,
    LinearModel sentence,
    LinearModel relevance,
    AnswerModel answer,
    List<Double> centre) {
  /** Of the questions that the reports answer, 98 of 100 are more relevant, of others 15. */
  private static final double RELEVANT_FROM = 0.27;

  private static final String RESOURCE = "sentence-model.json";

  static SentenceModel load() {
    try (InputStream in = SentenceModel.class.getResourceAsStream(RESOURCE)) {
      SentenceModel model =
          new ObjectMapper().readValue(Objects.requireNonNull(in, RESOURCE), SentenceModel.class);
      model.sentence().requiring(sentenceFeatures());
      model.relevance().requiring(relevanceFeatures());
      model.answer().products().requiring(AnswerModel.productNames(answerFeatures()));
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The probability, 0 to 1, that what was found answers; 0 where the question is on another
   * matter.
   */
  double probability(ScoredSentences found) {
    double[] features = AnswerFeature.of(found);
    double relevant = LinearModel.probability(relevance.score(AnswerFeature.relevance(features)));
    return relevant < RELEVANT_FROM ? 0 : answer.probability(features);
  }

  WordCentre wordCentre() {
    return new WordCentre(centre);
  }

  static List<String> sentenceFeatures() {
    return Arrays.stream(SentenceFeature.values()).map(SentenceFeature::key).toList();
  }

  static List<String> relevanceFeatures() {
    return AnswerFeature.RELEVANCE.stream().map(AnswerFeature::key).toList();
  }

  static List<String> answerFeatures() {
    return Arrays.stream(AnswerFeature.values()).map(AnswerFeature::key).toList();
  }
}
