package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.knowledge.LanguageModel;
import parley.knowledge.LanguageModel.Provider;
import parley.knowledge.ModelLimits;

class ModelSettingsTest {

  @Test
  void withoutAModelThereIsNone() {
    assertThat(of(Map.of("OPENAI_API_KEY", "sk-1")).model()).isEmpty();
    assertThat(of(Map.of()).limits()).isEqualTo(ModelLimits.DEFAULT);
  }

  @Test
  void namesTheModelAndWhereItIs() {
    Map<String, String> environment =
        Map.of(
            "PARLEY_MODEL", "openai:gpt-oss:20b",
            "OPENAI_API_KEY", "sk-1",
            "OPENAI_BASE_URL", "http://localhost:8000/v1");

    assertThat(of(environment).model())
        .contains(
            new LanguageModel(
                Provider.OPENAI, "gpt-oss:20b", "sk-1", URI.create("http://localhost:8000/v1")));
    assertThat(of(environment).model().toString()).doesNotContain("sk-1");
  }

  @Test
  void aServerOfOnesOwnNeedsNoKey() {
    assertThat(of(Map.of("PARLEY_MODEL", "ollama:llama3.2")).model())
        .contains(new LanguageModel(Provider.OLLAMA, "llama3.2", null, null));
    assertThat(
            of(Map.of("PARLEY_MODEL", "openai:m", "OPENAI_BASE_URL", "http://localhost:8000"))
                .model())
        .isPresent();
  }

  @Test
  void limitsAreNumbers() {
    assertThat(
            of(Map.of(
                    "PARLEY_MODEL_SECONDS", "12",
                    "PARLEY_MODEL_TOKENS_A_DAY", "500000",
                    "PARLEY_MODEL_WHOLE_SET_TOKENS", "0",
                    "PARLEY_MODEL_SECOND_LOOK", "true"))
                .limits())
        .isEqualTo(new ModelLimits(Duration.ofSeconds(12), 500_000, 0, true));
  }

  @Test
  void aSecondLookIsTrueOrFalse() {
    assertThatThrownBy(() -> of(Map.of("PARLEY_MODEL_SECOND_LOOK", "yes")).limits())
        .hasMessage("PARLEY_MODEL_SECOND_LOOK is yes: write true or false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARLEY_MODEL | gpt-5 | PARLEY_MODEL is gpt-5: write one of openai:NAME, anthropic:NAME, gemini:NAME, ollama:NAME
          PARLEY_MODEL | mistral:m | PARLEY_MODEL is mistral:m: write one of openai:NAME, anthropic:NAME, gemini:NAME, ollama:NAME
          PARLEY_MODEL | openai: | PARLEY_MODEL is openai:: write one of openai:NAME, anthropic:NAME, gemini:NAME, ollama:NAME
          PARLEY_MODEL | anthropic:claude | PARLEY_MODEL is anthropic:claude, but ANTHROPIC_API_KEY is not set: set it to your key
          PARLEY_MODEL | gemini:pro | PARLEY_MODEL is gemini:pro, but GEMINI_API_KEY is not set: set it to your key
          """)
  void tellsHowToMendAModel(String setting, String value, String message) {
    assertThatThrownBy(() -> of(Map.of(setting, value)).model())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARLEY_MODEL_SECONDS | soon | PARLEY_MODEL_SECONDS is soon: give a whole number from 1 to 600
          PARLEY_MODEL_SECONDS | 0 | PARLEY_MODEL_SECONDS is 0: give a whole number from 1 to 600
          PARLEY_MODEL_TOKENS_A_DAY | -5 | PARLEY_MODEL_TOKENS_A_DAY is -5: give a whole number from 1
          """)
  void tellsHowToMendALimit(String setting, String value, String message) {
    assertThatThrownBy(() -> of(Map.of(setting, value)).limits()).hasMessage(message);
  }

  @Test
  void tellsHowToMendAnAddress() {
    assertThatThrownBy(
            () ->
                of(Map.of("PARLEY_MODEL", "ollama:m", "OLLAMA_BASE_URL", "localhost:11434"))
                    .model())
        .hasMessage(
            "OLLAMA_BASE_URL is localhost:11434: give an address that begins with https:// or"
                + " http://");
  }

  @Test
  void aKeyIsNeverInAMessage() {
    assertThatThrownBy(
            () -> of(Map.of("PARLEY_MODEL", "openai:m", "OPENAI_API_KEY", "sk-1 sk-2")).model())
        .hasMessage(
            "OPENAI_API_KEY holds a blank or a character that no key has: copy the key again");
  }

  private static ModelSettings of(Map<String, String> environment) {
    return new ModelSettings(Settings.of(environment, null));
  }
}
