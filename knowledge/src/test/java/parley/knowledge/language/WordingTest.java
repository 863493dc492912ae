package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.knowledge.resource.Resources;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH   | The documents do not say. Near to it you can ask about: A; B.
          UKRAINIAN | У документах про це не йдеться. Натомість можете запитати про таке: A; B.
          FRENCH    | Les documents n’en disent rien. Vous pouvez m’interroger sur des sujets voisins : A; B.
          GERMAN    | In den Dokumenten steht darüber nichts. Sie können mich nach Verwandtem fragen: A; B.
          POLISH    | Dokumenty nic o tym nie mówią. Można mnie natomiast zapytać o takie sprawy: A; B.
          RUSSIAN   | В документах об этом не говорится. Зато можете спросить вот о чём: A; B.
          """)
  void saysThatTheDocumentsDoNot(Language language, String said) {
    assertThat(new Wording(language).notInSources(List.of("A", "B"))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENGLISH   | Your question has 10,000 characters, and I read at most 2,000: please ask it shorter.
          GERMAN    | Ihre Frage hat 10.000 Zeichen, und ich lese höchstens 2.000: Bitte fassen Sie sie kürzer.
          """)
  void writesNumbersAsItsReadersDo(Language language, String said) {
    assertThat(new Wording(language).tooLong(10_000, 2_000)).isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysEverythingInEachLanguage(Language language) {
    Properties messages = messages(language);

    assertThat(messages.keySet()).isEqualTo(messages(Language.ENGLISH).keySet());
    assertThat(messages.values()).allSatisfy(said -> assertThat(said.toString()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void swallowsNoApostropheAndNoBrace(Language language) {
    Wording wording = new Wording(language);

    assertThat(messages(language).values()).noneMatch(said -> said.toString().contains("'"));
    assertThat(List.of(wording.notFound(List.of("A")), wording.leadIn("A"), wording.tooLong(9, 8)))
        .noneMatch(said -> said.contains("{"));
  }

  @Test
  void takesNoNoteOfTheMachinesOwnLanguage() {
    Locale machine = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(new Wording(Language.ENGLISH).notInSources(List.of()))
          .isEqualTo("The documents do not say.");
    } finally {
      Locale.setDefault(machine);
    }
  }

  private static Properties messages(Language language) {
    return Resources.properties(
        Wording.class,
        language == Language.ENGLISH
            ? "wording.properties"
            : "wording_" + language.code() + ".properties");
  }
}
