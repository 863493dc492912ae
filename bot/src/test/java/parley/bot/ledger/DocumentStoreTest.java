package parley.bot.ledger;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.knowledge.cluster.ClusterNodes;

/** Answers of a cluster that a real one gives only in passing. */
class DocumentStoreTest {

  /** As OpenSearch tells it: the document is written, and a copy of its shard is out of reach. */
  private static final String WRITTEN_BUT_FOR_A_COPY =
      """
      {"_index": "claims", "_id": "e1", "_version": 1, "result": "created",
       "_shards": {"total": 2, "successful": 1, "failed": 1, "failures": [
         {"_index": "claims", "_shard": 0, "_node": "n2", "status": "INTERNAL_SERVER_ERROR",
          "primary": false,
          "reason": {"type": "node_disconnected_exception", "reason": "disconnected"}}]},
       "_seq_no": 0, "_primary_term": 1}
      """;

  private static final String WRITTEN =
      """
      {"_index": "claims", "_id": "e1", "_version": 2, "result": "updated",
       "_shards": {"total": 2, "successful": 1, "failed": 0}, "_seq_no": 1, "_primary_term": 1}
      """;

  private static final String IS_THERE =
      """
      {"error": {"type": "version_conflict_engine_exception", "reason": "document already exists"},
       "status": 409}
      """;

  private final WireMockServer node = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    node.start();
  }

  @AfterEach
  void stop() {
    node.stop();
  }

  @Test
  void whatLacksACopyIsWrittenAgain() {
    answers(created(WRITTEN_BUT_FOR_A_COPY), okJson(WRITTEN));
    try (Cluster cluster = cluster()) {
      new DocumentStore(cluster, "claims").put("e1", content());
    }
    node.verify(2, putRequestedFor(anyUrl()));
  }

  @Test
  void whatLacksACopyIsThereAtTheNextTry() {
    answers(created(WRITTEN_BUT_FOR_A_COPY), jsonResponse(IS_THERE, 409));
    try (Cluster cluster = cluster()) {
      assertThat(new DocumentStore(cluster, "claims").create("e1", content())).isEmpty();
    }
    node.verify(2, putRequestedFor(anyUrl()));
  }

  private Cluster cluster() {
    return Cluster.at(ClusterNodes.of(node.baseUrl()));
  }

  private static ObjectNode content() {
    return JsonNodeFactory.instance.objectNode().put("token", "t1");
  }

  private static ResponseDefinitionBuilder created(String json) {
    return jsonResponse(json, 201);
  }

  private void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
    node.stubFor(
        put(anyUrl())
            .inScenario("writes")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("written"));
    node.stubFor(
        put(anyUrl()).inScenario("writes").whenScenarioStateIs("written").willReturn(second));
  }
}
