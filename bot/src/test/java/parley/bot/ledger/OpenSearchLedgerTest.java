package parley.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import parley.knowledge.cluster.ClusterNodes;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.index.OpenSearchCluster;

@Tag("cluster")
class OpenSearchLedgerTest extends LedgerContract {

  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final OpenSearchLedger.Times TIMES =
      new OpenSearchLedger.Times(SILENCE, Duration.ofSeconds(1));
  private static final String NAME = "parley-ledger";

  private static OpenSearchCluster cluster;
  private static Cluster client;

  @BeforeAll
  static void start() {
    cluster = OpenSearchCluster.start();
    client = Cluster.at(cluster.nodes());
  }

  @AfterAll
  static void stop() {
    client.close();
    cluster.close();
  }

  @Override
  Ledger open(String process) {
    return open(cluster.nodes(), "parley");
  }

  private static Ledger open(ClusterNodes nodes, String prefix) {
    return OpenSearchLedger.open(new ClusterPlace(nodes, prefix), CLOCK, TIMES);
  }

  @Override
  String stored() throws IOException, InterruptedException {
    return ask("GET", "/" + NAME + "-*/_search?size=1000");
  }

  /** To make six indices for every test would take longer than all of the tests. */
  @AfterEach
  void empty() {
    LedgerIndices indices = indices();
    Query all = Query.of(query -> query.matchAll(any -> any));
    Stream.of(
            indices.claims(),
            indices.questions(),
            indices.feedback(),
            indices.preferences(),
            indices.shares(),
            indices.leases())
        .forEach(index -> index.removeAll(all));
  }

  private static String ask(String method, String path) throws IOException, InterruptedException {
    URI address = cluster.addresses().get(0).resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void whatALivingProcessWorksOnIsNoOthers() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    try (Ledger other = open("two")) {
      await()
          .during(SILENCE.multipliedBy(2))
          .atMost(SILENCE.multipliedBy(4))
          .until(() -> other.left("slack").isEmpty() && !other.take("q1"));
      assertThat(ledger.left("slack")).hasSize(1);
    }
  }

  @Test
  void whatAClosedProcessLeftIsOneOthersAtOnce() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    try (Ledger second = open("two");
        Ledger third = open("three")) {
      reopen();
      assertThat(second.left("slack"))
          .containsExactly(new LeftQuestion(routed("q1", "to q1"), Optional.empty()));
      assertThat(second.take("q1")).isTrue();
      assertThat(third.take("q1")).isFalse();
      assertThat(third.left("slack")).isEmpty();
      assertThat(second.take("q1")).isTrue();
    }
  }

  @Test
  void anAnswerIsNotSentByAProcessWhoseQuestionWasTaken() {
    ledger.accept(routed("q1", "to q1"), List.of("q1"));
    try (Ledger second = open("two")) {
      Ledger first = ledger;
      first.close(); // as one who is taken for dead, and is not
      await().until(() -> second.take("q1"));
      try (OpenSearchLedger third = (OpenSearchLedger) open("three")) {
        third.finish("q1", new QuestionEnd("answered", "Too late.", "", NOON));
        assertThat(third.end("q1")).isEmpty();
        assertThatThrownBy(() -> third.sending("q1", NOON))
            .isInstanceOf(LedgerException.class)
            .hasMessage("question q1 was taken by another process, which sends its answer");
      }
      second.sending("q1", NOON);
      assertThat(second.left("slack")).hasSize(1);
    }
    open();
  }

  @Test
  void aClaimWhoseProcessDiedBeforeItDecidedIsVoided() {
    DocumentStore claims = indices().claims();
    claims.create(DocumentId.of("Ev1"), taken("Ev1"));
    assertThat(ledger.claim(List.of("Ev1", "message 17"))).isTrue();
    assertThat(ledger.claim(List.of("Ev1"))).isFalse();
  }

  @Test
  void aQuestionWhoseProcessDiedBeforeItWasKeptIsAcceptedAnewAndNotTwice() {
    DocumentStore claims = indices().claims();
    claims.create(DocumentId.of("Ev1"), taken("Ev1").put("question", DocumentId.of("q1")));

    assertThat(ledger.accept(routed("q2", "to q2"), List.of("Ev1"))).isTrue();

    // the other was not dead but slow: its question finds no place any more
    assertThat(
            indices().questions().create(DocumentId.of("q1"), QuestionFields.of(routed("q1", "r"))))
        .isEmpty();
    assertThat(ledger.left("slack")).extracting(left -> left.question().id()).containsExactly("q2");
  }

  @Test
  void aQuestionWhoseProcessDiedAfterItWasKeptIsLeftAndItsEventKnown() {
    indices()
        .claims()
        .create(DocumentId.of("Ev1"), taken("Ev1").put("question", DocumentId.of("q1")));
    indices()
        .questions()
        .create(
            DocumentId.of("q1"),
            QuestionFields.of(routed("q1", "to q1"))
                .put(QuestionFields.CLAIM, "dead")
                .put(QuestionFields.HOLDER, "dead")
                .put(QuestionFields.ORDER, 1));

    assertThat(ledger.accept(routed("q2", "to q2"), List.of("Ev1"))).isFalse();
    assertThat(ledger.left("slack"))
        .containsExactly(new LeftQuestion(routed("q1", "to q1"), Optional.empty()));
    assertThat(ledger.take("q1")).isTrue();
  }

  /** What a process writes first of a claim of several names. */
  private static ObjectNode taken(String event) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("token", "dead")
        .put("root", DocumentId.of(event))
        .put("claimed", false)
        .put("at", NOON.toEpochMilli());
  }

  private static LedgerIndices indices() {
    return new LedgerIndices(client, NAME);
  }

  @Test
  void wontOpenALedgerOfAnotherVersion() throws IOException, InterruptedException {
    ask("PUT", "/other-ledger-claims");
    assertThatThrownBy(() -> open(cluster.nodes(), "other"))
        .isInstanceOf(LedgerException.class)
        .hasMessage(
            "the index other-ledger-claims has no version that this parley knows, which is 1: use the newer"
                + " parley, or another name for the ledger");
  }

  @Test
  void saysInTimeThatThereIsNoCluster() {
    ClusterNodes nowhere = ClusterNodes.of("http://user:secret@127.0.0.1:9");
    assertThatThrownBy(() -> open(nowhere, "parley"))
        .isInstanceOf(LedgerException.class)
        .hasMessageStartingWith("cannot use the ledger on the cluster at http://127.0.0.1:9 (")
        .hasMessageEndingWith("): see that its nodes run, take these credentials, and have room")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aLeaseIsHeldByOneUntilItIsGivenBack() {
    Duration aMinute = Duration.ofMinutes(1);
    try (Ledger other = open("two")) {
      assertThat(ledger.lease("polling", aMinute)).isTrue();
      assertThat(other.lease("polling", aMinute)).isFalse();
      assertThat(other.lease("another", aMinute)).isTrue();
      assertThat(ledger.lease("polling", aMinute)).isTrue();

      other.endLease("polling");
      assertThat(other.lease("polling", aMinute)).isFalse();
      ledger.endLease("polling");
      assertThat(other.lease("polling", aMinute)).isTrue();
      assertThat(ledger.lease("polling", aMinute)).isFalse();
    }
  }

  @Test
  void aLeaseChangesHandsWhenItsHolderIsSilent() {
    Duration time = Duration.ofMillis(300);
    try (Ledger other = open("two")) {
      assertThat(ledger.lease("polling", time)).isTrue();
      await().until(() -> other.lease("polling", time));
      assertThat(ledger.lease("polling", time)).isFalse();
    }
  }

  @Test
  void aLeaseThatIsRenewedStays() {
    Duration time = Duration.ofSeconds(2);
    try (Ledger other = open("two")) {
      assertThat(ledger.lease("polling", time)).isTrue();
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(10))
          .until(() -> ledger.lease("polling", time) && !other.lease("polling", time));
    }
  }

  @Test
  void tellsOfMoreQuestionsThanOnePageHolds() {
    DocumentStore questions = indices().questions();
    for (int i = 0; i < 501; i++) {
      ObjectNode fields = QuestionFields.of(questionOf("q" + i, "U1", "question " + i));
      questions.put("q" + i, fields.put(QuestionFields.ORDER, i));
    }

    assertThat(asked(NOON, NOON.plusMillis(1)))
        .hasSize(501)
        .extracting(AskedQuestion::text)
        .startsWith("question 0", "question 1")
        .endsWith("question 499", "question 500");
  }
}
