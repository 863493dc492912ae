package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "uk,UKRAINIAN",
    "UK,UKRAINIAN",
    "uk-UA,UKRAINIAN",
    "fr_CA,FRENCH",
    "de,GERMAN",
    "pl,POLISH",
    "ru-Latn-RU,RUSSIAN",
    "en-GB,ENGLISH"
  })
  void aCodeNamesOne(String code, Language language) {
    assertThat(Language.of(code)).contains(language);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "es", "zh-hans", "ukr", "!!", "und"})
  void anotherCodeNamesNone(String code) {
    assertThat(Language.of(code)).isEmpty();
  }
}
