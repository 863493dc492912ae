package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.Question;
import parley.knowledge.Turn;
import parley.knowledge.index.LucenePassageIndex;

class SpokenLanguagesTest {

  @TempDir private Path folder;

  private LucenePassageIndex index;
  private SpokenLanguages languages;

  @BeforeEach
  void open() {
    index = IndexOf.texts(folder, null, "Macron spoke of troops.");
    languages = new SpokenLanguages(new LanguageIdentifier(index));
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
          Who leads the delegation?     |    | ENGLISH   | ENGLISH
          Хто очолює делегацію?         |    | UKRAINIAN | UKRAINIAN
          Хто очолює делегацію?         | de | GERMAN    | UKRAINIAN
          Who leads the delegation?     | fr | FRENCH    | ENGLISH
          Qui dirige la délégation ?    | es | FRENCH    | FRENCH
          Macron troops                 |    | ENGLISH   | ENGLISH
          ¿Quién dirige la delegación?  |    | ENGLISH   | ENGLISH
          ¿Quién dirige la delegación?  | pl | POLISH    | ENGLISH
          """)
  void answersInTheLanguagePreferredOrInTheQuestions(
      String text, String preferred, Language own, Language question) {
    Spoken spoken = languages.of(Question.of(text).in(preferred), text);

    assertThat(spoken.own()).isEqualTo(own);
    assertThat(spoken.question()).isEqualTo(question);
  }

  @Test
  void tellsAQuestionThatItCannotPutIntoEnglish() {
    assertThat(spoken("¿Quién dirige la delegación?").isUnknown()).isTrue();
    assertThat(spoken("Qui dirige la délégation ?").isUnknown()).isFalse();
    assertThat(spoken("Macron").isUnknown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "merci beaucoup,FRENCH,THANKS",
    "Дякую!,UKRAINIAN,THANKS",
    "Danke,GERMAN,THANKS",
    "Dziękuję,POLISH,THANKS",
    "спасибо,RUSSIAN,THANKS",
    "thx,ENGLISH,THANKS",
    "ok,ENGLISH,ACKNOWLEDGEMENT"
  })
  void hearsSmallTalkInEachLanguage(String said, Language own, SmallTalk talk) {
    assertThat(spoken(said)).isEqualTo(new Spoken(own, Optional.of(own.code()), Optional.of(talk)));
  }

  @Test
  void staysInTheLanguageOfTheConversation() {
    Turn before = new Turn("Кто возглавляет американскую делегацию?", "");

    assertThat(languages.of(new Question("ок", List.of(before)), "ок").own())
        .isEqualTo(Language.RUSSIAN);
    assertThat(languages.of(new Question("план Макрона?", List.of(before)), "план Макрона?").own())
        .isEqualTo(Language.RUSSIAN);
  }

  private Spoken spoken(String text) {
    return languages.of(Question.of(text), text);
  }
}
