package parley.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.cluster.ClusterPlace;

class SettingsTest {

  @TempDir private Path folder;

  @Test
  void prefersTheEnvironmentToTheFile() throws IOException {
    Path file = yaml("PARLEY_DATA: from-file\nPARLEY_DOCUMENTS: [one, two]\n");

    Settings settings = Settings.of(Map.of("PARLEY_DATA", "from-environment"), file);

    assertThat(settings.get(Setting.PARLEY_DATA)).contains("from-environment");
    assertThat(settings.paths(Setting.PARLEY_DOCUMENTS))
        .containsExactly(Path.of("one"), Path.of("two"));
    assertThat(settings.get(Setting.PARLEY_RERANKER)).isEmpty();
  }

  @Test
  void partsPathsAsTheSystemDoes() {
    Settings settings =
        Settings.of(Map.of("PARLEY_DOCUMENTS", "one" + File.pathSeparator + "two"), null);

    assertThat(settings.paths(Setting.PARLEY_DOCUMENTS))
        .containsExactly(Path.of("one"), Path.of("two"));
  }

  @Test
  void partsWhatHoldsForChatsFromWhatHoldsForTelegram() throws IOException {
    Path file = yaml("keep-days: 30\ntelegram: {block: [7]}\nTELEGRAM_BOT_TOKEN: '1:A'\n");

    Settings settings = Settings.of(Map.of(), file);

    assertThat(settings.chat().keepDays()).isEqualTo(30);
    assertThat(settings.section("telegram").path("block").get(0).asInt()).isEqualTo(7);
    assertThat(settings.section("nothing").isMissingNode()).isTrue();
    assertThat(settings.byName()).containsOnly(Map.entry("TELEGRAM_BOT_TOKEN", "1:A"));
  }

  @Test
  void namesAnUnknownKey() throws IOException {
    Path file = yaml("PARLEY_DOKUMENTS: here\n");

    assertThatThrownBy(() -> Settings.of(Map.of(), file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "unknown setting PARLEY_DOKUMENTS in "
                + file
                + ": it may be one of channels, keep-days, limits, telegram, web, PARLEY_DOCUMENTS,");
  }

  @Test
  void saysThatAFileIsNoSettings() throws IOException {
    Path twice = yaml("channels: {C1: {off: true}, C1: {off: false}}");
    assertThatThrownBy(() -> Settings.of(Map.of(), twice))
        .hasMessage(twice + " is not valid YAML (Duplicate field 'C1', line 1): mend it");
    Path broken = yaml("a: [b");

    assertThatThrownBy(() -> Settings.of(Map.of(), broken))
        .hasMessage(broken + " is not valid YAML (while parsing a flow sequence, line 1): mend it");
    assertThatThrownBy(() -> Settings.of(Map.of(), folder.resolve("none.yaml")))
        .hasMessageEndingWith("none.yaml cannot be read: name a YAML file of settings");
  }

  private Path yaml(String text) throws IOException {
    return Files.writeString(folder.resolve("parley.yaml"), text);
  }

  @Test
  void readsTheNodesOfACluster() {
    Settings settings =
        Settings.of(Map.of("PARLEY_OPENSEARCH_URL", "http://one:9200, https://u:p@two,"), null);

    ClusterPlace place = settings.cluster().orElseThrow();
    assertThat(place.prefix()).isEqualTo("parley");
    assertThat(place.nodes().addresses())
        .containsExactly(URI.create("http://one:9200"), URI.create("https://u:p@two"));
  }

  @Test
  void namesWhatIsOnAClusterByAPrefix() {
    Settings settings =
        Settings.of(
            Map.of("PARLEY_OPENSEARCH_URL", "http://one", "PARLEY_OPENSEARCH_PREFIX", "press-2"),
            null);

    assertThat(settings.cluster().orElseThrow().name("ledger")).isEqualTo("press-2-ledger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Press", "press_2", "-press", "press desk", "a.b", "preß"})
  void saysWhichPrefixItTakes(String prefix) {
    Settings settings =
        Settings.of(
            Map.of("PARLEY_OPENSEARCH_URL", "http://one", "PARLEY_OPENSEARCH_PREFIX", prefix),
            null);

    assertThatThrownBy(settings::cluster)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + prefix
                + "' cannot begin the names of a cluster's indexes: take small letters, digits and"
                + " hyphens, at most 100, not a hyphen first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one:9200", "https://us er:secret@one", "ftp://one:secret@two"})
  void repeatsNoPasswordOfAWrongNode(String nodes) {
    Settings settings = Settings.of(Map.of("PARLEY_OPENSEARCH_URL", nodes), null);

    assertThatThrownBy(settings::cluster)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write http://host:9200")
        .hasMessageNotContaining("secret");
  }
}
