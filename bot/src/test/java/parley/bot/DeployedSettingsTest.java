package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed names no setting that the bot does not know. */
class DeployedSettingsTest {

  private static final Set<String> KNOWN =
      Arrays.stream(Setting.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  /** Of the files themselves: which image compose takes, and which file of settings. */
  private static final Set<String> OF_COMPOSE = Set.of("PARLEY_IMAGE", "PARLEY_CONFIG");

  private static final Pattern NAME =
      Pattern.compile("\\b(?:PARLEY|SLACK|TELEGRAM|OPENAI|ANTHROPIC|GEMINI|OLLAMA)_[A-Z_]+\\b");

  @ParameterizedTest
  @ValueSource(strings = {"bot", "bot-1", "bot-2"})
  void byCompose(String bot) {
    JsonNode compose = DeployFiles.yaml(DeployFiles.text("compose.yaml")).get(0);

    JsonNode environment = compose.path("services").path(bot).path("environment");

    assertThat(environment.fieldNames()).toIterable().isNotEmpty().isSubsetOf(KNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile",
        "parley.service",
        "helm/parley/values.yaml",
        "helm/parley/values.schema.json",
        "helm/parley/templates/_helpers.tpl"
      })
  void byFile(String file) {
    assertThat(names(file)).isNotEmpty().isSubsetOf(KNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "README.md"})
  void byWhatComposeTakesFromTheShell(String file) {
    List<String> names = names(file);

    assertThat(names).contains("PARLEY_CONFIG");
    assertThat(names).filteredOn(name -> !OF_COMPOSE.contains(name)).isSubsetOf(KNOWN);
  }

  private static List<String> names(String file) {
    return NAME.matcher(DeployFiles.text(file)).results().map(MatchResult::group).toList();
  }
}
