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
 * @param sentence ranks sentences before they are read
 * @param reading ranks them by that score and the reader's: fitted so that the exponentials of
 *     scores, divided by their sum over a question's sentences, are the probabilities that each is
 *     the right one
 * @param centre the mean of words' vectors
 * @param answer gives the log odds that one of the three best sentences answers
 */
record SentenceModel(
    Map<String, Object> provenance,
    LinearModel sentence,
    LinearModel reading,
    AnswerModel answer,
    List<Double> centre) {
  static final List<String> READING = List.of("unread", "read");

  private static final String RESOURCE = "sentence-model.json";

  static SentenceModel load() {
    try (InputStream in = SentenceModel.class.getResourceAsStream(RESOURCE)) {
      SentenceModel model =
          new ObjectMapper().readValue(Objects.requireNonNull(in, RESOURCE), SentenceModel.class);
      model.sentence().requiring(sentenceFeatures());
      model.reading().requiring(READING);
      model.answer().products().requiring(AnswerModel.productNames(answerFeatures()));
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The probability, 0 to 1, that what was found answers. */
  double probability(ScoredSentences found) {
    return answer.probability(AnswerFeature.of(found));
  }

  WordCentre wordCentre() {
    return new WordCentre(centre);
  }

  static List<String> sentenceFeatures() {
    return Arrays.stream(SentenceFeature.values()).map(SentenceFeature::key).toList();
  }

  static List<String> answerFeatures() {
    return Arrays.stream(AnswerFeature.values()).map(AnswerFeature::key).toList();
  }
}
