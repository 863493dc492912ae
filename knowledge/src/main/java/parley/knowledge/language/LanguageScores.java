package parley.knowledge.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a text is like each language: a model's confidence, raised by the share of the words
 * that a glossary knows, since a question of five words is little for a model.
 *
 * @param byCode by ISO 639-3 code, at least two; comparable with one another
 * @param coverage the share of the words that the glossary of a language knows, 0 to 1
 */
record LanguageScores(Map<String, Double> byCode, Map<Language, Double> coverage) {

  /** How far the best must stand above the second: nearer ones are as often wrong as right. */
  private static final double SURE = 1.2;

  /** What the asker is known to speak is believed if the glossary knows so many of the words. */
  private static final double GUESS_CONFIRMED = 0.5;

  /** Without any such knowledge it has to know more. */
  private static final double CONFIRMED = 0.75;

  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  static LanguageScores of(String text) {
    Map<String, Double> scores = new HashMap<>(LanguageModel.confidences(text));
    Map<Language, Double> coverage =
        glossed(text)
            .collect(
                Collectors.toMap(
                    Function.identity(), language -> Glossary.of(language).coverage(text)));
    coverage.forEach(
        (language, share) ->
            scores.computeIfPresent(language.longCode(), (code, score) -> score * (1 + share / 2)));
    return new LanguageScores(scores, coverage);
  }

  /** The languages with a glossary that are written in the text's script. */
  private static Stream<Language> glossed(String text) {
    return CYRILLIC.matcher(text).find()
        ? Stream.of(Language.UKRAINIAN, Language.RUSSIAN)
        : Stream.of(Language.FRENCH, Language.GERMAN, Language.POLISH);
  }

  /** ISO 639-3 code of the best. */
  String best() {
    return ranked(byCode.keySet(), byCode::get).get(0);
  }

  /** Whether the best stands out; which of the languages that are not served is all the same. */
  boolean areSure() {
    String best = best();
    double second =
        byCode.entrySet().stream()
            .filter(other -> !other.getKey().equals(best))
            .filter(other -> isServed(best) || isServed(other.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(0);
    return byCode.get(best) >= SURE * second;
  }

  private static boolean isServed(String code) {
    return Arrays.stream(Language.values()).anyMatch(language -> language.longCode().equals(code));
  }

  /**
   * The language where none stands out: the one whose glossary knows most of the words.
   *
   * @param guess what the asker is known to speak
   */
  Optional<Language> likely(Optional<Language> guess) {
    return guess
        .filter(language -> coverage.getOrDefault(language, 0.0) >= GUESS_CONFIRMED)
        .or(
            () ->
                ranked(coverage.keySet(), language -> byCode.get(language.longCode())).stream()
                    .filter(language -> coverage.get(language) >= CONFIRMED)
                    .findFirst());
  }

  private static <T> List<T> ranked(Collection<T> all, Function<T, Double> score) {
    return all.stream().sorted(Comparator.comparing(score).reversed()).toList();
  }
}
