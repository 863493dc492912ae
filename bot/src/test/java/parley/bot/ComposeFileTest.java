package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

  private final JsonNode compose = DeployFiles.yaml(DeployFiles.text("compose.yaml")).get(0);

  @Test
  void isWhatTheSpecificationSays() throws IOException {
    try (InputStream schema = getClass().getResourceAsStream("deploy/compose-spec.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V201909)
                  .getSchema(schema)
                  .validate(compose))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bot", "bot-1", "bot-2", "proxy", "opensearch", "ollama"})
  void letsNoServiceDoMoreThanItMust(String name) {
    JsonNode service = compose.path("services").path(name);

    assertThat(service.path("image").asText()).contains(name.startsWith("bot") ? "parley" : ":");
    assertThat(service.path("cap_drop")).extracting(JsonNode::asText).containsExactly("ALL");
    assertThat(service.path("security_opt"))
        .extracting(JsonNode::asText)
        .containsExactly("no-new-privileges:true");
    assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
    assertThat(service.path("healthcheck").path("test")).isNotEmpty();
    assertThat(service.path("read_only").asBoolean()).isEqualTo(!name.equals("opensearch"));
    assertThat(service.path("ports")).allMatch(port -> port.asText().startsWith("127.0.0.1:"));
  }

  @Test
  void startsTheBotAloneUnlessAProfileIsNamed() {
    assertThat(compose.path("services").properties())
        .filteredOn(service -> service.getValue().path("profiles").isMissingNode())
        .extracting(Map.Entry::getKey)
        .containsExactly("bot");
  }

  @Test
  void givesEachBotADataFolderOfItsOwn() {
    assertThat(compose.path("services").properties())
        .filteredOn(service -> service.getKey().startsWith("bot"))
        .extracting(service -> service.getValue().path("volumes").get(1).asText())
        .containsExactly("data:/data", "data-1:/data", "data-2:/data");
  }
}
