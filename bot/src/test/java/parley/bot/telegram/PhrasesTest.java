package parley.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.Language;

class PhrasesTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  /** The French word is the English one. */
  private static final Set<String> ALIKE = Set.of("fr button.passage");

  @ParameterizedTest
  @CsvSource({"en, en", "uk, uk", "UK, uk", "fr-CA, fr", "de-at, de", "pl, pl", "ru-RU, ru"})
  void speaksTheLanguageOfATag(String tag, String language) {
    assertThat(Phrases.in(tag).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "pt-br", "zh-hans", "ua", "€", "en_GB; drop", "-----"})
  void speaksEnglishWhereItDoesNotKnowTheLanguage(String tag) {
    assertThat(Phrases.in(tag).language()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 6 January 2026",
    "uk, 6 січня 2026 р.",
    "fr, 6 janvier 2026",
    "de, 6. Januar 2026",
    "pl, 6 stycznia 2026",
    "ru, 6 января 2026 г."
  })
  void writesDatesAsTheLanguageDoes(String language, String date) {
    assertThat(Phrases.in(language).date(LocalDate.of(2026, 1, 6)).replace('\u00a0', ' '))
        .isEqualTo(date);
  }

  @Test
  void putsValuesInTheirPlaces() {
    assertThat(Phrases.in("en").text("sources.page", 2, 5)).isEqualTo("page 2 of 5");
    assertThat(Phrases.in("uk").text("sources.page", 2, 5)).isEqualTo("сторінка 2 з 5");
    assertThat(Phrases.in("fr").text("quoted", "{0} isn't")).isEqualTo("«\u00a0{0} isn't\u00a0»");
  }

  @Test
  void countsSecondsAndDays() {
    assertThat(Phrases.in("en").text("refusal.busy", 1)).endsWith("again in a second.");
    assertThat(Phrases.in("en").text("refusal.busy", 30)).endsWith("again in 30 seconds.");
    assertThat(Phrases.in("de").text("refusal.chat", 1)).contains("in einer Sekunde noch");
    assertThat(Phrases.in("ru").text("refusal.chat", 12)).endsWith("через 12 с.");
    assertThat(Phrases.in("pl").text("privacy", 90)).contains("przez 90 dni,");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "ENGLISH", mode = Mode.EXCLUDE)
  void everyLanguageSaysWhatEnglishSays(Language language) {
    Map<String, String> english = bundle(Language.ENGLISH);
    Map<String, String> other = bundle(language);
    assertThat(other.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, value) -> {
          assertThat(places(other.get(key))).as(key).isEqualTo(places(value));
          assertThat(commands(other.get(key))).as(key).isEqualTo(commands(value));
          if (!ALIKE.contains(language.code() + " " + key)) {
            assertThat(other.get(key)).as(key).isNotEqualTo(value);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPhraseCanBeSaid(Language language) {
    Phrases phrases = Phrases.of(language);
    bundle(language)
        .forEach(
            (key, value) -> {
              // A straight apostrophe would swallow the place after it.
              assertThat(value).as(key).doesNotContain("'").isEqualTo(value.strip()).isNotBlank();
              assertThat(new MessageFormat(value).getFormatsByArgumentIndex().length)
                  .as(key)
                  .isEqualTo(places(value).size());
              assertThat(phrases.text(key, 1_234, 5_678))
                  .as(key)
                  .doesNotContain("{", "}", "null", "choice");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"UKRAINIAN", "RUSSIAN"})
  void noLatinLetterHidesAmongCyrillicOnes(Language language) {
    bundle(language)
        .forEach(
            (key, value) ->
                assertThat(value)
                    .as(key)
                    .doesNotContainPattern("\\p{IsCyrillic}[A-Za-z]|[A-Za-z]\\p{IsCyrillic}"));
  }

  @Test
  void frenchPunctuationIsNeverAloneOnALine() {
    assertThat(String.join("\n", bundle(Language.FRENCH).values()))
        .doesNotContainPattern("« | [:;!?»]|[^\u00a0/:][:;!?]")
        .contains("«\u00a0{0}\u00a0»");
  }

  @Test
  void ukrainianAndRussianUseTheirOwnLetters() {
    assertThat(String.join("", bundle(Language.UKRAINIAN).values()))
        .doesNotContainPattern("[ыэъё]");
    assertThat(String.join("", bundle(Language.RUSSIAN).values())).doesNotContainPattern("[іїєґ]");
  }

  private static Set<String> places(String phrase) {
    return found(PLACE, phrase);
  }

  private static Set<String> commands(String phrase) {
    return found(Pattern.compile("(/[a-z]+)"), phrase);
  }

  private static Set<String> found(Pattern pattern, String phrase) {
    return pattern
        .matcher(phrase)
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As it is in the file, without what would be taken from another. */
  private static Map<String, String> bundle(Language language) {
    String name = language == Language.ENGLISH ? "" : "_" + language.code();
    Properties properties = new Properties();
    try (InputStream file = Phrases.class.getResourceAsStream("phrases" + name + ".properties");
        InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> phrases = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> phrases.put(key, properties.getProperty(key)));
    return phrases;
  }
}
