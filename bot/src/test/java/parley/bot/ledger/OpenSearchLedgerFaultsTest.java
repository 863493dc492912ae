package parley.bot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.knowledge.cluster.ClusterPlace;
import parley.knowledge.index.OpenSearchCluster;

/** Three processes share a ledger while a node of its cluster dies. */
@Tag("cluster")
class OpenSearchLedgerFaultsTest {

  private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");
  private static final int THREADS = 8;
  private static final int EVENTS = 300;

  private final OpenSearchCluster cluster = OpenSearchCluster.start();
  private final ClusterPlace place = new ClusterPlace(cluster.nodes(), "parley");
  private final List<Ledger> ledgers = new ArrayList<>();

  @BeforeEach
  void open() {
    for (int process = 0; process < 3; process++) {
      ledgers.add(OpenSearchLedger.open(place));
    }
  }

  @AfterEach
  void close() {
    ledgers.forEach(Ledger::close);
    cluster.close();
  }

  @Test
  void everyEventHasOneWinner() throws ExecutionException, InterruptedException {
    List<String> won =
        inEightThreads(
            (ledger, thread, event) -> ledger.claim(List.of("event " + event, "message " + event)));
    assertThat(won).containsExactlyInAnyOrderElementsOf(events());
  }

  @Test
  void everyQuestionIsAcceptedOnceAndNoneIsLost() throws ExecutionException, InterruptedException {
    List<String> won =
        inEightThreads(
            (ledger, thread, event) ->
                ledger.accept(
                    question("q" + event + " of " + thread),
                    List.of("Ev" + event, "message" + event)));
    assertThat(won).containsExactlyInAnyOrderElementsOf(events());

    List<LeftQuestion> left = new ArrayList<>();
    ledgers.forEach(ledger -> left.addAll(ledger.left("slack")));
    assertThat(left)
        .extracting(question -> question.question().id().replaceAll("q| of .*", ""))
        .containsExactlyInAnyOrderElementsOf(events());
  }

  private static AcceptedQuestion question(String id) {
    return new AcceptedQuestion(id, "slack", "thread", "C1", null, "U1", "Who?", NOON, "route");
  }

  private static List<String> events() {
    return IntStream.range(0, EVENTS).mapToObj(String::valueOf).toList();
  }

  private interface Attempt {
    boolean isWon(Ledger ledger, int thread, int event);
  }

  /** Has eight threads try every event, kills a node in the middle, and gives the events won. */
  private List<String> inEightThreads(Attempt attempt)
      throws ExecutionException, InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      Ledger ledger = ledgers.get(thread % ledgers.size());
      work.add(
          () -> {
            List<String> won = new ArrayList<>();
            for (int event = 0; event < EVENTS; event++) {
              if (tries.incrementAndGet() == THREADS * EVENTS / 3) {
                cluster.kill(0);
              }
              if (attempt.isWon(ledger, number, event)) {
                won.add(String.valueOf(event));
              }
            }
            return won;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<String> won = new ArrayList<>();
      for (Future<List<String>> part : threads.invokeAll(work)) {
        won.addAll(part.get());
      }
      return won;
    } finally {
      threads.shutdownNow();
    }
  }
}
