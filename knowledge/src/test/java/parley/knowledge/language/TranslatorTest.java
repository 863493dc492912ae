package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.index.LucenePassageIndex;

class TranslatorTest {

  @TempDir private Path folder;

  private LucenePassageIndex index;
  private Translator translator;

  @BeforeEach
  void open() {
    index =
        IndexOf.texts(
            folder,
            null,
            "Captain Ida Lindqvist led the expedition of 1911 to Spitsbergen. Radio was used.");
    translator = new Translator(index);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UKRAINIAN | Чому Ліндквіст відмовилася від переговорів? | why Lindqvist refuse from talks?
          UKRAINIAN | Що Ліндквіст сказала про союзників?         | what did Lindqvist say about ally?
          UKRAINIAN | Скільки міністрів зустрілося 6 січня 2026?  | how many minister meet 6 January 2026?
          FRENCH    | Où se réunissent les ministres ?            | where meet minister?
          FRENCH    | Qu’a promis Lindqvist à ses alliés ?        | what has promise Lindqvist at ally?
          GERMAN    | Wie viele Soldaten schickt Polen?           | how many soldiers send Poland?
          GERMAN    | Wann beginnen die Friedensgespräche?        | when begin peace talks?
          POLISH    | Kto podpisał umowę z Ukrainą?               | who sign agreement with Ukraine?
          POLISH    | jakie warunki                               | which condition
          RUSSIAN   | Когда подписали соглашение?                 | when sign agreement?
          RUSSIAN   | Кто советник Линдквист?                     | who adviser Lindqvist?
          """)
  void aQuestionIsPutIntoEnglishWordByWord(Language from, String text, String english) {
    assertThat(translator.translate(text, from)).isEqualTo(new Gloss(english, 1));
  }

  @Test
  void aWordOfTheDocumentsStays() {
    assertThat(translator.translate("Wer hatte Radio?", Language.GERMAN))
        .isEqualTo(new Gloss("who had Radio?", 1));
  }

  @Test
  void whatIsNotUnderstoodStaysAndCounts() {
    assertThat(translator.translate("Як приготувати борщ для міністра?", Language.UKRAINIAN))
        .isEqualTo(new Gloss("how приготувати борщ for minister?", 1.0 / 3));
  }

  @Test
  void wordsThatOnlyAskAreUnderstood() {
    assertThat(translator.translate("А де?", Language.UKRAINIAN))
        .isEqualTo(new Gloss("and where?", 1));
  }
}
