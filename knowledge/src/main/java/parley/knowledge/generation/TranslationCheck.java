package parley.knowledge.generation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.knowledge.document.Names;
import parley.knowledge.index.Terms;
import parley.knowledge.retrieval.PlaceNames;

/** Tells whether a translation has kept what can be told without knowing its language. */
final class TranslationCheck {

  private static final Pattern GROUPED =
      Pattern.compile("(?<=\\d)[.,\\s\\u00a0\\u202f'](?=\\d{3}\\b)");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern QUOTED = Pattern.compile("[“\"„«]([^“”\"„«»]+)[”\"»]");
  private static final Pattern ADDRESS = Pattern.compile("https?:|www\\.|@\\w");

  /** Other languages bend names at their ends. */
  private static final int UNBENT = 4;

  /** No language takes three times the letters. */
  private static final int MOST_TIMES = 3;

  private final Predicate<String> isCommon;

  /**
   * @param isCommon whether a word in small letters is a common English one, which is translated
   */
  TranslationCheck(Predicate<String> isCommon) {
    this.isCommon = isCommon;
  }

  /** Whether the numbers, the names of people and bodies, and the quoted words are still there. */
  boolean passes(String english, String translated) {
    return !translated.isBlank()
        && translated.length() <= MOST_TIMES * english.length() + 40
        && numbers(english).equals(numbers(translated))
        && ADDRESS.matcher(english).results().count()
            == ADDRESS.matcher(translated).results().count()
        && quoted(english).allMatch(translated::contains)
        && names(english).allMatch(name -> holds(translated, name));
  }

  private static List<String> numbers(String text) {
    return DIGITS
        .matcher(GROUPED.matcher(text).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private static Stream<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(quote -> quote.group(1));
  }

  /** The words of names, without those of countries and those that every text has. */
  private Stream<String> names(String text) {
    return Names.in(text).stream()
        .flatMap(name -> Stream.of(name.split("[^\\p{L}]+")))
        .filter(word -> word.length() >= UNBENT)
        .filter(word -> !isCommon.test(word.toLowerCase(Locale.ENGLISH)) && !isPlace(word));
  }

  private static boolean isPlace(String word) {
    return Terms.of(word).stream()
        .map(term -> PlaceNames.sameAs(term.stem()))
        .map(Set::size)
        .anyMatch(same -> same > 1);
  }

  private static boolean holds(String translated, String name) {
    return translated.contains(name.substring(0, UNBENT));
  }
}
