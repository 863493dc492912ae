package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** By Helm itself, which its Java library carries for these systems. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HelmChartTest {

  private static final Map<String, Object> SHARED =
      Map.of(
          "opensearch.url", "http://opensearch:9200",
          "secrets.SLACK_BOT_TOKEN", "xoxb-1",
          "ingress.enabled", true,
          "documents.existingClaim", "reports",
          "settings.PARLEY_MODEL", "ollama:small");

  @Test
  void passesHelmsOwnLook() {
    LintResult found = chart().lint().strict().call();

    assertThat(found.isFailed()).as(found.getMessages().toString()).isFalse();
  }

  @Test
  void runsOneBotWithAVolumeUnlessThereIsACluster() throws IOException {
    List<JsonNode> objects = render(Map.of());

    assertThat(kinds(objects))
        .containsExactlyInAnyOrder(
            "NetworkPolicy", "ServiceAccount", "ConfigMap", "Service", "StatefulSet");
    JsonNode set = one(objects, "StatefulSet").path("spec");
    assertThat(set.path("replicas").asInt()).isEqualTo(1);
    assertThat(set.path("volumeClaimTemplates").get(0).at("/metadata/name").asText())
        .isEqualTo("data");
  }

  @Test
  void runsManyBotsOnACluster() throws IOException {
    List<JsonNode> objects = render(SHARED);

    assertThat(kinds(objects))
        .containsExactlyInAnyOrder(
            "NetworkPolicy",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "ConfigMap",
            "Service",
            "Deployment",
            "HorizontalPodAutoscaler",
            "Ingress");
    assertThat(environment(one(objects, "Deployment")))
        .containsEntry("PARLEY_OPENSEARCH_URL", "http://opensearch:9200")
        .containsEntry("PARLEY_DOCUMENTS", "/documents")
        .containsEntry("PARLEY_MODEL", "ollama:small")
        .doesNotContainKey("SLACK_BOT_TOKEN");
    assertThat(one(objects, "Secret").at("/stringData/SLACK_BOT_TOKEN").asText())
        .isEqualTo("xoxb-1");
  }

  @Test
  void namesNoEnvironmentVariableThatTheBotDoesNotKnow() throws IOException {
    assertThat(environment(one(render(SHARED), "Deployment")).keySet())
        .isSubsetOf(Arrays.stream(Setting.values()).map(Enum::name).toList());
  }

  @Test
  void letsThePodDoNoMoreThanItMust() throws IOException {
    JsonNode pod = one(render(Map.of()), "StatefulSet").at("/spec/template/spec");

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/containers/0/securityContext").toString())
        .isEqualTo(
            "{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,"
                + "\"capabilities\":{\"drop\":[\"ALL\"]}}");
    assertThat(pod.at("/containers/0/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
  }

  @Test
  void saysWhichValueIsWrong() {
    assertThatThrownBy(() -> render(Map.of("service.port", "eighty")))
        .hasMessageContaining("at '/service/port': got string, want integer");
    assertThatThrownBy(() -> render(Map.of("secret.SLACK_BOT_TOKEN", "xoxb-1")))
        .hasMessageContaining("additional properties 'secret' not allowed");
    assertThatThrownBy(() -> render(Map.of("settings.PARLEY_PORT", "80")))
        .hasMessageContaining("PARLEY_PORT");
  }

  private static Helm chart() {
    return new Helm(DeployFiles.path("helm/parley").toAbsolutePath().normalize());
  }

  /** The objects, each of which is one that Kubernetes knows. */
  private static List<JsonNode> render(Map<String, Object> values) throws IOException {
    TemplateCommand template = chart().template().withName("demo").withKubeVersion("1.33.0");
    values.forEach(template::set);
    List<JsonNode> objects = DeployFiles.yaml(template.call());
    for (JsonNode object : objects) {
      requireKnown(object.path("kind").asText(), JsonParser.parseString(object.toString()));
    }
    return objects;
  }

  /** Throws where a field is unknown, missing or of another type. */
  private static void requireKnown(String kind, JsonElement object) throws IOException {
    switch (kind) {
      case "ConfigMap" -> V1ConfigMap.validateJsonElement(object);
      case "Deployment" -> V1Deployment.validateJsonElement(object);
      case "HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(object);
      case "Ingress" -> V1Ingress.validateJsonElement(object);
      case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(object);
      case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(object);
      case "Secret" -> V1Secret.validateJsonElement(object);
      case "Service" -> V1Service.validateJsonElement(object);
      case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(object);
      case "StatefulSet" -> V1StatefulSet.validateJsonElement(object);
      default -> throw new IllegalArgumentException("no check for " + kind);
    }
  }

  private static List<String> kinds(List<JsonNode> objects) {
    return objects.stream().map(object -> object.path("kind").asText()).toList();
  }

  private static JsonNode one(List<JsonNode> objects, String kind) {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> environment(JsonNode workload) {
    Map<String, String> found = new TreeMap<>();
    workload
        .at("/spec/template/spec/containers/0/env")
        .forEach(entry -> found.put(entry.path("name").asText(), entry.path("value").asText()));
    return found;
  }
}
