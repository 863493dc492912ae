package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

@Tag("cluster")
class OpenSearchClusterTest {

  @Test
  void keepsADocumentWhenANodeStops() throws Exception {
    try (OpenSearchCluster cluster = OpenSearchCluster.start()) {
      try (OpenSearchTransport all = transport(cluster)) {
        keep(new OpenSearchClient(all));
      }

      cluster.stop(0);

      assertThat(cluster.addresses()).hasSize(2);
      try (OpenSearchTransport others = transport(cluster)) {
        OpenSearchClient client = new OpenSearchClient(others);
        // until the others have agreed on who has the document now, none of them finds it
        await()
            .atMost(Duration.ofMinutes(1))
            .ignoreExceptions()
            .untilAsserted(
                () ->
                    assertThat(
                            client.get(it -> it.index("talks").id("1"), ObjectNode.class).source())
                        .hasToString("{\"place\":\"Doha\"}"));
      }
    }
  }

  private static void keep(OpenSearchClient client) throws IOException {
    client
        .indices()
        .create(
            index -> index.index("talks").settings(it -> it.numberOfShards(1).numberOfReplicas(2)));
    // not before all three nodes hold it: otherwise the first takes it along
    client.index(
        it ->
            it.index("talks")
                .id("1")
                .waitForActiveShards(copies -> copies.count(3))
                .document(Map.of("place", "Doha")));
  }

  private static OpenSearchTransport transport(OpenSearchCluster cluster) {
    HttpHost[] nodes = cluster.addresses().stream().map(HttpHost::create).toArray(HttpHost[]::new);
    return ApacheHttpClient5TransportBuilder.builder(nodes)
        .setMapper(new JacksonJsonpMapper())
        .build();
  }
}
