package parley.bot;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ChatSettings;
import parley.bot.chat.ChatSettingsReader;
import parley.bot.chat.Json;
import parley.bot.web.WebSettings;
import parley.knowledge.KnowledgeBase;

/** The whole bot, whose page is given some of the documents: by a tag, a subfolder and an id. */
class PlacesTest {

  private static final String PRICE = "What does a return ticket to Skagen cost?";
  private static final String BUDGET = "How much is in the secret budget of the harbour?";

  @TempDir private Path folder;
  private Path documents;
  private LogListener log;
  private BotServer server;
  private WebClient client;

  @BeforeEach
  void open() throws IOException {
    documents = Files.createDirectories(folder.resolve("documents"));
    write("dredging.md", "", "The harbour of Lindholm was dredged in the spring of 2019.");
    write("press/50% off\\it.md", "", "The cranes on the quay of Lindholm are painted yellow.");
    write("budget.md", "tags: [internal]", "The secret budget of the harbour is 7 million kronor.");
    log = LogListener.of();
    server =
        BotServer.start(
            KnowledgeBase.builder()
                .documents(List.of(documents))
                .data(folder.resolve("data"))
                .watch()
                .open(),
            new ServerSettings(
                folder.resolve("data"),
                Optional.empty(),
                "127.0.0.1",
                0,
                settings(
                    "{\"channels\": {\"web\": {\"documents\": [\"public\", \"press\", \"dredging\"]}}}"),
                WebSettings.of(Map.of(), MissingNode.getInstance()),
                Optional.empty(),
                Optional.empty()));
    client = new WebClient(server.port());
  }

  private static ChatSettings settings(String json) throws IOException {
    return ChatSettingsReader.of(Json.MAPPER.readTree(json), false);
  }

  @AfterEach
  void close() {
    server.close();
    log.close();
  }

  @Test
  void answersFromItsDocumentsAlone() {
    assertThat(answer("When was the harbour of Lindholm dredged?")).contains("spring of 2019");
    assertThat(answer("What colour are the cranes on the quay?")).contains("yellow");
    assertThat(answer(BUDGET)).doesNotContain("7 million");
    assertThat(client.get("/api/search?q=secret+budget+of+the+harbour").body())
        .contains("dredging")
        .doesNotContain("7 million");
    assertThat(client.get("/").body()).doesNotContain("budget");
  }

  @Test
  void showsItsDocumentsAlone() {
    assertThat(client.get("/api/documents").body()).contains("dredging").doesNotContain("budget");
    assertThat(client.get("/documents").body()).contains("On The harbour").doesNotContain("budget");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/documents/budget",
        "/document?id=budget",
        "/api/documents/budget",
        "/api/document?id=budget"
      })
  void hasNoAddressForTheOthers(String address) {
    assertThat(client.get(address).statusCode()).isEqualTo(404);
    assertThat(client.get(address.replace("budget", "dredging")).statusCode()).isEqualTo(200);
  }

  @Test
  void takesInWhatIsTaggedLater() throws IOException {
    assertThat(log.lines(Level.WARN, "channels.web"))
        .containsExactly(
            "channels.web.documents names 'public', which is no document, subfolder or tag now;"
                + " documents: 50% off\\it, budget, dredging; subfolders: press; tags: internal");
    assertThat(answer(PRICE)).doesNotContain("120 kronor");

    write("ferries.md", "tags: prices, Public", "A return ticket to Skagen costs 120 kronor.");

    await().atMost(10, SECONDS).until(() -> answer(PRICE).contains("120 kronor"));
    assertThat(WebClient.read(client.get("/api/documents/ferries").body()).at("/document/tags"))
        .isEqualTo(WebClient.read("[\"prices\", \"Public\"]"));

    write("ferries.md", "tags: prices", "A return ticket to Skagen costs 120 kronor.");

    await().atMost(10, SECONDS).until(() -> !answer(PRICE).contains("120 kronor"));
    assertThat(client.get("/documents/ferries").statusCode()).isEqualTo(404);
  }

  @Test
  void leadsToADocumentWhoseIdNoPathCanHold() {
    String asked =
        URLEncoder.encode("What colour are the cranes on the quay?", StandardCharsets.UTF_8);
    String address = client.page("/?q=" + asked).select("a.marker").attr("href");

    assertThat(address).startsWith("/document?id=50%25%20off%5Cit&p=1&quote=The%20cranes");
    assertThat(client.page(address).select("#p1 mark").text()).contains("painted yellow");
    assertThat(client.page("/documents").select("a[href^=/document?]").attr("href"))
        .isEqualTo("/document?id=50%25%20off%5Cit");
    assertThat(client.get("/api/document?id=50%25%20off%5Cit").body()).contains("painted yellow");
  }

  private String answer(String question) {
    return client.ask(question).path("answer").asText();
  }

  private void write(String name, String frontMatter, String text) throws IOException {
    Path file = documents.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "---\ntitle: On " + text.substring(0, 12) + "\n" + frontMatter + "\n---\n" + text);
  }
}
