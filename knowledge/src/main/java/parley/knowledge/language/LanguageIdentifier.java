package parley.knowledge.language;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.knowledge.index.TermStatistics;

/**
 * Tells in which language a question is put, by a model's confidence and by how many of the words a
 * glossary knows. Thread-safe.
 */
public final class LanguageIdentifier {

  private static final String ENGLISH = "en";
  private static final String UNDETERMINED = "und";

  /** More tells no more. */
  private static final int READ = 300;

  private static final Set<Character.UnicodeScript> LEGIBLE =
      EnumSet.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC);

  private static final Pattern UKRAINIAN = Pattern.compile("(?i)[їєґ]", Pattern.UNICODE_CASE);
  private static final Pattern I = Pattern.compile("(?i)[і]", Pattern.UNICODE_CASE);
  private static final Pattern RUSSIAN = Pattern.compile("(?i)[ыэё]", Pattern.UNICODE_CASE);
  private static final Pattern OTHER_CYRILLIC =
      Pattern.compile("(?i)[\\p{IsCyrillic}&&[^а-яёіїєґ]]", Pattern.UNICODE_CASE);

  private final EnglishWords english;
  private final DocumentWords documents;

  /**
   * An identifier of questions to an index.
   *
   * @param index its words are known to be English
   */
  public LanguageIdentifier(TermStatistics index) {
    this.documents = new DocumentWords(index);
    this.english = new EnglishWords(documents);
  }

  /**
   * Whether the text is English without a doubt, told at little cost.
   *
   * @return false also where only {@link #identify} can tell
   */
  public boolean isPlainlyEnglish(String text) {
    return english.arePlainIn(start(text));
  }

  /**
   * The language of a text.
   *
   * @param guess a language that the asker is known to use
   * @return ISO 639-1 code, of any language ({@code und} if it has none); empty if none is sure, or
   *     if it is none of {@link Language} but seems to be the documents' own
   */
  public Optional<String> identify(String text, Optional<Language> guess) {
    String start = start(text);
    if (start.codePoints().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    if (english.arePlainIn(start)) {
      return Optional.of(ENGLISH);
    }
    return byLetters(start)
        .map(Language::code)
        .or(() -> byWords(start, guess))
        .filter(code -> Language.of(code).isPresent() || !documents.hold(start));
  }

  private static Optional<Language> byLetters(String text) {
    boolean i = I.matcher(text).find();
    boolean russian = RUSSIAN.matcher(text).find();
    if (OTHER_CYRILLIC.matcher(text).find() || (russian && i)) {
      return Optional.empty();
    }
    if (i || UKRAINIAN.matcher(text).find()) {
      return Optional.of(Language.UKRAINIAN);
    }
    return russian ? Optional.of(Language.RUSSIAN) : Optional.empty();
  }

  private static Optional<String> byWords(String text, Optional<Language> guess) {
    LanguageScores scores = LanguageScores.of(text);
    return scores.areSure() || isOtherScript(text)
        ? Optional.of(ShortCodes.BY_LONG.getOrDefault(scores.best(), UNDETERMINED))
        : scores.likely(guess).map(Language::code);
  }

  private static boolean isOtherScript(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .noneMatch(LEGIBLE::contains);
  }

  private static String start(String text) {
    return text.length() <= READ ? text : text.substring(0, READ);
  }

  /** Made when the model is first asked: it takes 26 ms, and English needs neither. */
  private static final class ShortCodes {
    static final Map<String, String> BY_LONG =
        Arrays.stream(Locale.getISOLanguages())
            .map(Locale::forLanguageTag)
            .collect(
                Collectors.toMap(
                    Locale::getISO3Language, Locale::getLanguage, (one, other) -> one));
  }
}
