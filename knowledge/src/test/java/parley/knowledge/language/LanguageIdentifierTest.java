package parley.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.index.TermStatistics;

class LanguageIdentifierTest {

  private static final Path SETS = Path.of("src/test/resources/evaluation");

  /** Documents about something else, so that no word of a question is known from them. */
  private final LanguageIdentifier identifier = new LanguageIdentifier(new Holding(Set.of()));

  @ParameterizedTest
  @MethodSource("english")
  void takesNoEnglishQuestionForAnotherLanguage(String question) {
    assertThat(identifier.identify(question, Optional.empty()).orElse("en")).isEqualTo("en");
  }

  static Stream<String> english() throws IOException {
    return Stream.concat(questions("talks.jsonl"), questions("talks-held-out.jsonl"))
        .map(json -> json.get("question").asText());
  }

  @Test
  void tellsNearlyEveryEnglishQuestionAtOnce() throws IOException {
    List<String> questions = english().toList();

    assertThat(questions).hasSizeGreaterThan(200);
    assertThat(questions.stream().filter(question -> !identifier.isPlainlyEnglish(question)))
        .hasSizeLessThan(questions.size() / 20);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void knowsTheOtherLanguages(String question, String code) {
    assertThat(identifier.identify(question, Optional.empty())).contains(code);
  }

  static Stream<Arguments> foreign() throws IOException {
    return questions("talks-languages.jsonl")
        .map(
            json ->
                Arguments.of(
                    json.get("question").asText(), json.get("kind").asText().substring(0, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did Nicolás Maduro say?",
        "Who is Volodymyr Zełenski?",
        "Where does Зеленський live?",
        "whats the prise of a retrun ticket",
        "Did François Bayrou attend?"
      })
  void aForeignNameMakesNoForeignQuestion(String question) {
    assertThat(identifier.isPlainlyEnglish(question)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maduro detention",
        "Zelenskyy statement parliament approval",
        "ceasfire monitering",
        "coaliton wiling",
        "Witkoff tweet",
        "frozen assets loan"
      })
  void aFewEnglishWordsAreTakenForNoOtherLanguage(String words) {
    assertThat(identifier.identify(words, Optional.empty()).orElse("en")).isEqualTo("en");
  }

  @Test
  void takesWordsOfTheDocumentsForEnglish() {
    LanguageIdentifier harbour = new LanguageIdentifier(new Holding(Set.of("ferri", "ticket")));

    assertThat(harbour.isPlainlyEnglish("ferry ticket")).isTrue();
    assertThat(harbour.isPlainlyEnglish("Fähre ticket")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ¿Quién dirige la delegación?           | es
          Quem lidera a delegação americana?     | pt
          Chi guida la delegazione americana?    | it
          Kdo vede americkou delegaci?           | cs
          Хто ўзначальвае амерыканскую дэлегацыю? | be
          من يقود الوفد الأمريكي؟                 | ar
          谁领导美国代表团？                        | und
          """)
  void tellsThatALanguageIsNoneOfThem(String question, String code) {
    assertThat(identifier.identify(question, Optional.empty())).contains(code);
    assertThat(Language.of(code)).isEmpty();
  }

  @Test
  void believesAGuessWhereAFewWordsTellLittle() {
    assertThat(identifier.identify("план Макрона", Optional.empty())).isEmpty();
    assertThat(identifier.identify("план Макрона", Optional.of(Language.UKRAINIAN))).contains("uk");
    assertThat(identifier.identify("plan Macrona", Optional.of(Language.POLISH))).contains("pl");
    assertThat(identifier.identify("Qui dirige ?", Optional.of(Language.GERMAN))).contains("fr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "?!", "😀"})
  void nothingToReadIsInNoLanguage(String text) {
    assertThat(identifier.identify(text, Optional.of(Language.FRENCH))).isEmpty();
  }

  private static Stream<JsonNode> questions(String set) throws IOException {
    return new ObjectMapper()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(SETS.resolve(set).toFile())
            .readAll()
            .stream();
  }

  private record Holding(Set<String> stems) implements TermStatistics {

    @Override
    public int passages() {
      return 1;
    }

    @Override
    public int passagesWith(String stem) {
      return stems.contains(stem) ? 1 : 0;
    }
  }
}
