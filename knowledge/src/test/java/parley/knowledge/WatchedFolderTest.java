package parley.knowledge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.knowledge.feed.MadeUpWeb;

/** Documents come, change and go while questions are answered. */
@Tag("faults")
class WatchedFolderTest {

  private static final String COST = "What does a return ticket to Skagen cost?";

  @TempDir private Path folder;
  private Path documents;
  private KnowledgeBase harbour;

  @BeforeEach
  void open() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    write("dredging.md", "The harbour of Lindholm was dredged in the spring of 2019.");
    harbour =
        KnowledgeBase.builder()
            .documents(List.of(documents))
            .data(folder.resolve("data"))
            .allowPrivateFeeds()
            .watch()
            .open();
    harbour.ask(Question.of(COST));
  }

  @AfterEach
  void close() {
    harbour.close();
  }

  @Test
  void aDocumentShowsWhenItIsAddedChangedOrRemoved() throws IOException {
    assertThat(answer(COST)).doesNotContain("kronor");

    write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
    awaitAnswer(COST, "120 kronor");

    write("ferries.md", "A return ticket to Skagen costs 135 kronor.");
    awaitAnswer(COST, "135 kronor");

    Files.delete(documents.resolve("ferries.md"));
    await().atMost(5, SECONDS).until(() -> !answer(COST).contains("kronor"));
  }

  @Test
  void aDocumentInANewFolderShows() throws IOException {
    Files.createDirectories(documents.resolve("prices/2025"));
    write("prices/2025/ferries.md", "A return ticket to Skagen costs 120 kronor.");
    awaitAnswer(COST, "120 kronor");

    write("prices/2025/ferries.md", "A return ticket to Skagen costs 135 kronor.");
    awaitAnswer(COST, "135 kronor");
  }

  @Test
  void aQuestionToATagOrASubfolderIsAnsweredFromWhatComesThere() throws IOException {
    write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
    awaitAnswer(COST, "120 kronor");
    assertThat(answer(COST, "public")).doesNotContain("kronor");

    write("ferries.md", "---\ntags: [Public]\n---\nA return ticket to Skagen costs 120 kronor.");
    await().atMost(5, SECONDS).until(() -> answer(COST, "public").contains("120 kronor"));

    write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
    await().atMost(5, SECONDS).until(() -> !answer(COST, "public").contains("kronor"));

    Files.createDirectory(documents.resolve("public"));
    Files.move(documents.resolve("ferries.md"), documents.resolve("public/ferries.md"));
    await().atMost(5, SECONDS).until(() -> answer(COST, "public").contains("120 kronor"));

    Files.move(documents.resolve("public/ferries.md"), documents.resolve("ferries.md"));
    await().atMost(5, SECONDS).until(() -> !answer(COST, "public").contains("kronor"));
    assertThat(answer(COST)).contains("120 kronor");
  }

  @Test
  void theLastGoodVersionOfABrokenDocumentIsServed() throws IOException {
    write("ferries.md", "A return ticket to Skagen costs 120 kronor.");
    awaitAnswer(COST, "120 kronor");

    Files.write(documents.resolve("ferries.md"), new byte[] {0, 1, 2});
    write("cranes.md", "Two cranes work on the quay of Lindholm.");
    awaitAnswer("How many cranes work on the quay?", "Two cranes");

    assertThat(answer(COST)).contains("120 kronor");
  }

  @Test
  void aFolderThatIsAwayForAWhileIsServedAsItWas() throws IOException {
    Files.move(documents, folder.resolve("away"));
    write(folder.resolve("away"), "cranes.md", "Two cranes work on the quay of Lindholm.");
    await().pollDelay(3, SECONDS).until(() -> harbour.sources().size() == 1);

    Files.move(folder.resolve("away"), documents);

    awaitAnswer("How many cranes work on the quay?", "Two cranes");
  }

  @Test
  void everyAnswerIsOfOneStateOfTheDocuments() throws IOException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    List<String> wrong = new CopyOnWriteArrayList<>();
    List<Thread> askers = new ArrayList<>();
    write("ferries.md", "A return ticket to Skagen costs 100 kronor.");
    awaitAnswer(COST, "100 kronor");
    for (int i = 0; i < 2; i++) {
      Thread asker = new Thread(() -> askUntil(done, wrong));
      asker.start();
      askers.add(asker);
    }
    for (int price = 101; price < 104; price++) {
      write("ferries.md", "Some news.\n\n".repeat(price % 3) + ticket(price));
      awaitAnswer(COST, price + " kronor");
    }
    done.set(true);
    for (Thread asker : askers) {
      asker.join();
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void aReportPublishedTwiceIsCitedOnce() throws IOException {
    String report =
        "The ferries of Lindholm went on strike, and a return ticket to Skagen was sold"
            + " for 120 kronor by the fishermen of Marstrand on that day, the harbour master said.";
    write("gazette.md", "---\npublisher: Gazette\ndate: 2019-06-03\n---\n# A strike\n\n" + report);
    write(
        "wire.md",
        "---\npublisher: Wire\ndate: 2019-06-02\n---\n# No ferries\n\nMore news.\n\n"
            + report.replace("sold", "given"));
    await().atMost(5, SECONDS).until(() -> harbour.sources().size() == 3);

    List<Citation> citations = harbour.ask(Question.of(COST)).citations();

    assertThat(citations).hasSize(1);
    assertThat(citations.get(0).source().id()).isEqualTo("wire");
    assertThat(citations.get(0).copies()).extracting(Source::id).containsExactly("gazette");
  }

  @Test
  void whatAListOfSourcesNamesIsFetched() throws IOException {
    try (MadeUpWeb web = new MadeUpWeb()) {
      String address =
          web.page(
              "/ferries",
              "text/html",
              "<title>Ferries</title><p>A return ticket to Skagen costs 120 kronor.</p>");

      write(folder, "sources.yaml", "addresses: [" + address + "]");
      await().atMost(15, SECONDS).until(() -> answer(COST).contains("120 kronor"));
      assertThat(harbour.ask(Question.of(COST)).citations().get(0).source().url())
          .isEqualTo(address);

      write(folder, "sources.yaml", "addresses: []");
      await().atMost(15, SECONDS).until(() -> !answer(COST).contains("120 kronor"));
    }
  }

  private static String ticket(int price) {
    return "A return ticket to Skagen costs " + price + " kronor.";
  }

  private void askUntil(AtomicBoolean done, List<String> wrong) {
    while (!done.get()) {
      Answer answer = harbour.ask(Question.of(COST));
      if (answer.outcome() != Outcome.ANSWERED || !answer.text().contains("kronor")) {
        wrong.add(answer.outcome() + " " + answer.text());
      }
    }
  }

  private void awaitAnswer(String question, String words) {
    await().atMost(5, SECONDS).until(() -> answer(question).contains(words));
  }

  private String answer(String question, String... names) {
    return Optional.of(harbour.ask(Question.of(question).to(Set.of(names))))
        .filter(answer -> answer.outcome() == Outcome.ANSWERED)
        .map(Answer::text)
        .orElse("");
  }

  private void write(String name, String text) throws IOException {
    write(documents, name, text);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
