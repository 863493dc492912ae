package parley.knowledge.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.knowledge.resource.Resources;

/** Tells at no cost that a text is plainly English, as most questions are. Thread-safe. */
final class EnglishWords {

  private static final Set<String> TELLING =
      Resources.lines(EnglishWords.class, "english-words.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)?");
  private static final Pattern OTHER_THAN_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern ACCENTED = Pattern.compile("[\\p{L}&&[^A-Za-z]]");

  private final DocumentWords documents;

  EnglishWords(DocumentWords documents) {
    this.documents = documents;
  }

  /**
   * Whether a word tells so, or, of words that are no names and hold no accent, most are words of
   * the documents.
   */
  boolean arePlainIn(String text) {
    if (count(OTHER_THAN_LATIN, text) > count(LATIN, text)) {
      return false;
    }
    return tellIn(text) || (!ACCENTED.matcher(text).find() && areMostlyKnown(text));
  }

  /** Whether one of the words is English and no other language's. */
  static boolean tellIn(String text) {
    return words(text).stream()
        .map(word -> word.toLowerCase(Locale.ENGLISH).replace('’', '\''))
        .anyMatch(TELLING::contains);
  }

  private boolean areMostlyKnown(String text) {
    List<String> all = words(text);
    List<String> small =
        all.stream().filter(word -> Character.isLowerCase(word.charAt(0))).toList();
    return documents.shareOf(String.join(" ", small.isEmpty() ? all : small)) > 0.5;
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}
