package parley.knowledge.retrieval;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a sentence is judged by. "Share" is always of the question's weight: its stems, each
 * weighted by its rarity.
 */
enum SentenceFeature {
  /** Cosine of the question's vector and the sentence's. */
  SIMILARITY(SentenceMatch::similarity),
  /** Cosine of the question's vector and the passage's. */
  PASSAGE_SIMILARITY(SentenceMatch::passageSimilarity),
  /** Share that the paragraph holds. */
  PARAGRAPH_COVERAGE(SentenceMatch::paragraphCoverage),
  /** Share that the sentence, the one before and the heading hold. */
  PREVIOUS_COVERAGE(SentenceMatch::previousCoverage),
  /** Part of the question's word pairs that it lacks. */
  PAIRS_MISSING(SentenceMatch::pairsMissing),
  /** Part of the question's names that it and the heading lack. */
  NAMES_MISSING(SentenceMatch::namesMissing),
  /** Whether the paragraph holds the question's rarest stem. */
  RAREST_IN_PARAGRAPH(SentenceMatch::rarestInParagraph),
  /** Asked for a person: whether another name is there; so with the next five. */
  PERSON(match -> match.evidence(AnswerKind.PERSON)),
  TIME(match -> match.evidence(AnswerKind.TIME)),
  PLACE(match -> match.evidence(AnswerKind.PLACE)),
  QUANTITY(match -> match.evidence(AnswerKind.QUANTITY)),
  REASON(match -> match.evidence(AnswerKind.REASON)),
  /** Asked what somebody said: whether somebody says something there. */
  SPEECH(match -> match.evidence(AnswerKind.SPEECH)),
  /** Whether the paragraph holds the noun that is asked for. */
  HEAD(SentenceMatch::headInParagraph),
  /** How far down its paragraph it stands. */
  POSITION(SentenceMatch::place),
  /** Logarithm of its number of content words. */
  LENGTH(SentenceMatch::length);

  private final ToDoubleFunction<SentenceMatch> value;

  SentenceFeature(ToDoubleFunction<SentenceMatch> value) {
    this.value = value;
  }

  /** All features of a match, in this order. */
  static double[] of(SentenceMatch match) {
    return Arrays.stream(values()).mapToDouble(f -> f.value.applyAsDouble(match)).toArray();
  }

  double in(double[] features) {
    return features[ordinal()];
  }

  /** As the model's resource names it. */
  String key() {
    return name().toLowerCase(Locale.ENGLISH);
  }
}
