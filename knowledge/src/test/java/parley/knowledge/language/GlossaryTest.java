package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UKRAINIAN | гарантіями                          | guarantee
          UKRAINIAN | п’ятьох                             | five
          UKRAINIAN | скільки років                       | how old
          UKRAINIAN | припинення вогню                    | ceasefire
          FRENCH    | négociations                        | talks
          FRENCH    | negociations                        | talks
          FRENCH    | où                                  | where
          FRENCH    | ou                                  | or
          FRENCH    | chefs d’État et de gouvernement     | heads of state and government
          GERMAN    | Verbündeten                         | ally
          GERMAN    | Staats- und Regierungschefs         | heads of state and government
          POLISH    | szefowie                            | head
          POLISH    | zawieszenia broni                   | ceasefire
          RUSSIAN   | переговорах                         | talks
          RUSSIAN   | объём                               | scope
          """)
  void theLongestEntryThatFitsExplains(Language language, String text, String english) {
    Glossary glossary = Glossary.of(language);

    assertThat(glossary.at(glossary.words(text), 0).map(GlossaryEntry::english)).contains(english);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Friedensgespräche       | peace talks
          Sicherheitsgarantien    | security guarantee
          Verteidigungshaushalt   | defence budget
          Verteidigungsminister   | defence minister
          """)
  void aCompoundMeansItsParts(String word, String english) {
    assertThat(Glossary.of(Language.GERMAN).compound(Word.of(word))).contains(english);
  }

  @Test
  void aLanguageWithoutCompoundsIsNotCutUp() {
    assertThat(Glossary.of(Language.POLISH).compound(Word.of("rozmowyplan"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRENCH    | Qu’a dit l'Ukraine aujourd'hui ? | Qu, a, dit, l, Ukraine, aujourd'hui
          FRENCH    | a-t-il                           | a, t, il
          UKRAINIAN | зобов'язання 3 січня 2026        | зобов'язання, 3, січня, 2026
          """)
  void wordsAreToldApart(Language language, String text, String words) {
    assertThat(Glossary.of(language).words(text))
        .extracting(Word::typed)
        .containsExactly(words.split(", "));
  }

  @Test
  void aPronounAfterAHyphenSaysNothing() {
    Glossary french = Glossary.of(Language.FRENCH);
    List<Word> words = french.words("dit-il il");

    assertThat(french.at(words, 1).map(GlossaryEntry::english)).contains("");
    assertThat(french.at(words, 2).map(GlossaryEntry::english)).contains("he");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
  void anythingAtAllCanBeLookedUp(Language language) {
    Glossary glossary = Glossary.of(language);
    String endless = "ßї".repeat(5_000);

    assertThat(glossary.coverage("")).isZero();
    assertThat(glossary.coverage("a'".repeat(5_000))).isBetween(0.0, 1.0);
    assertThat(glossary.coverage("1.".repeat(5_000))).isBetween(0.0, 1.0);
    assertThat(glossary.coverage("\uD800 *-* -- ''' ’’ ٣٣ 😀")).isBetween(0.0, 1.0);
    assertThat(glossary.at(glossary.words(endless), 0)).isEmpty();
    assertThat(glossary.compound(Word.of(endless))).isEmpty();
  }

  @Test
  void englishNeedsNone() {
    assertThatThrownBy(() -> Glossary.of(Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no resource glossary_en.txt for this language");
  }
}
