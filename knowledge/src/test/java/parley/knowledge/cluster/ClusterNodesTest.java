package parley.knowledge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterNodesTest {

  @Test
  void namesNoPassword() {
    ClusterNodes nodes =
        new ClusterNodes(
            List.of(URI.create("https://bot:secret@one"), URI.create("http://two:9200/path")));

    assertThat(nodes).hasToString("https://one:443, http://two:9200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host:9200", "ftp://bot:secret@host", "//bot:secret@host", "https:/"})
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> new ClusterNodes(List.of(URI.create(address))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not the address of a cluster's node: write http://host:9200")
        .hasMessageNotContaining("secret");
  }

  @Test
  void needsOneNode() {
    assertThatThrownBy(() -> new ClusterNodes(List.of()))
        .hasMessage("no address of a cluster: name one node at least");
  }
}
