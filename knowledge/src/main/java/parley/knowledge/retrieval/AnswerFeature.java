package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What it is judged by whether the sentences found answer the question at all. */
enum AnswerFeature {
  /** How far the best sentence's score stands above the mean of all. */
  ABOVE_MEAN(ScoredSentences::aboveMean),
  /** Share of the question that no passage of the whole index holds. */
  UNKNOWN(ScoredSentences::unknown),
  /** Share of the question's names that no passage holds. */
  UNKNOWN_NAMES(ScoredSentences::unknownNames),
  /** Share of the question that the passages found hold together. */
  COVERAGE(ScoredSentences::coverage),
  /** The greatest similarity of any sentence. */
  GREATEST_SIMILARITY(found -> found.greatest(SentenceFeature.SIMILARITY)),
  /** These of the best sentence. */
  SIMILARITY(found -> found.ofBest(SentenceFeature.SIMILARITY)),
  PASSAGE_SIMILARITY(found -> found.ofBest(SentenceFeature.PASSAGE_SIMILARITY)),
  PREVIOUS_COVERAGE(found -> found.ofBest(SentenceFeature.PREVIOUS_COVERAGE)),
  PERSON(found -> found.ofBest(SentenceFeature.PERSON)),
  TIME(found -> found.ofBest(SentenceFeature.TIME)),
  QUANTITY(found -> found.ofBest(SentenceFeature.QUANTITY)),
  SPEECH(found -> found.ofBest(SentenceFeature.SPEECH)),
  HEAD(found -> found.ofBest(SentenceFeature.HEAD)),
  LENGTH(found -> found.ofBest(SentenceFeature.LENGTH)),
  /** What the reader says of the best sentence, and of all. */
  READ(ScoredSentences::readOfBest),
  READ_OF_ALL(ScoredSentences::readOfAll),
  /** How well the question's words are matched in the best sentence. */
  WORDS_MEAN(found -> found.inSentence().mean()),
  WORDS_LEAST(found -> found.inSentence().least()),
  WORDS_GREATEST(found -> found.inSentence().greatest()),
  /** The same in its paragraph. */
  PARAGRAPH_WORDS_MEAN(found -> found.inParagraph().mean()),
  PARAGRAPH_WORDS_LEAST(found -> found.inParagraph().least()),
  PARAGRAPH_WORDS_SECOND_LEAST(found -> found.inParagraph().secondLeast()),
  PARAGRAPH_WORDS_GREATEST(found -> found.inParagraph().greatest());

  private final ToDoubleFunction<ScoredSentences> value;

  AnswerFeature(ToDoubleFunction<ScoredSentences> value) {
    this.value = value;
  }

  /** All features of what was found, in this order. */
  static double[] of(ScoredSentences found) {
    return Arrays.stream(values()).mapToDouble(f -> f.value.applyAsDouble(found)).toArray();
  }

  /** As the model's resource names it. */
  String key() {
    return name().toLowerCase(Locale.ENGLISH);
  }
}
