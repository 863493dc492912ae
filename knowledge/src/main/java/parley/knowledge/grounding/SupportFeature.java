package parley.knowledge.grounding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What it is judged by whether a statement is supported. */
enum SupportFeature {
  /** How near the nearest words are in what is cited. */
  WORDS_MEAN(found -> found.cited().mean()),
  WORDS_LEAST(Comparison::least),
  HARDLY_MATCHED(found -> found.shareBelow(0.4)),
  HALF_MATCHED(found -> found.shareBelow(0.6)),
  LENGTH(Comparison::length),
  /** Whether another passage, or an instruction, is a better source. */
  GAIN_ELSEWHERE(Comparison::gainElsewhere),
  NEARER_ELSEWHERE(Comparison::nearerElsewhere),
  NEARER_SENTENCES_ELSEWHERE(Comparison::nearerSentencesElsewhere),
  INSTRUCTED(Comparison::instructed),
  /** Whether its numbers stand there and count the same. */
  NUMBERS_STATED(found -> found.facts().numbers(Standing.STATED)),
  NUMBERS_DERIVED(found -> found.facts().numbers(Standing.DERIVED)),
  NUMBERS_ELSEWHERE(found -> found.facts().numbers(Standing.ELSEWHERE)),
  NUMBERS_MISSING(found -> found.facts().numbers(Standing.MISSING)),
  SWAPPED(found -> found.numbers().swapped()),
  RIVALLED(found -> found.numbers().rivalled()),
  CONTESTED(found -> found.numbers().contested()),
  DATES_ELSEWHERE(found -> found.facts().datesElsewhere()),
  /** How many words of its names do not stand there. */
  NAMES_ELSEWHERE(found -> found.facts().namesElsewhere()),
  /** Whether it is turned round. */
  DENIES(found -> found.contradiction().denies()),
  IS_DENIED(found -> found.contradiction().isDenied()),
  REFUSES(found -> found.contradiction().refuses()),
  IS_REFUSED(found -> found.contradiction().isRefused()),
  OPPOSITE(found -> found.contradiction().opposite());

  private final ToDoubleFunction<Comparison> value;

  SupportFeature(ToDoubleFunction<Comparison> value) {
    this.value = value;
  }

  /** All features of a statement, in this order. */
  static double[] of(Comparison found) {
    return Arrays.stream(values()).mapToDouble(f -> f.value.applyAsDouble(found)).toArray();
  }

  /** As the model's resource names them. */
  static List<String> keys() {
    return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ENGLISH)).toList();
  }
}
