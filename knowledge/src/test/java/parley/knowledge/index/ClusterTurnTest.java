package parley.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class ClusterTurnTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(500);

  private static OpenSearchCluster cluster;
  private static ClusterConnection connection;

  @BeforeAll
  static void start() {
    cluster = OpenSearchCluster.start();
    connection = ClusterConnection.to(cluster.nodes());
  }

  @AfterAll
  static void close() {
    connection.close();
    cluster.close();
  }

  @Test
  void isOnesUntilHeGivesItBack() {
    try (ClusterTurn one = turn("given", LONG);
        ClusterTurn other = turn("given", LONG);
        ClusterTurn elsewhere = turn("another", LONG)) {
      assertThat(one.isMine()).isTrue();
      assertThat(other.isMine()).isFalse();
      assertThat(elsewhere.isMine()).isTrue();
      assertThat(one.isMine()).isTrue();

      one.close();
      assertThat(other.isMine()).isTrue();
    }
  }

  @Test
  void isOnesAsLongAsHeLives() {
    try (ClusterTurn one = turn("lives", SHORT);
        ClusterTurn other = turn("lives", SHORT)) {
      assertThat(one.isMine()).isTrue();
      await()
          .during(SHORT.multipliedBy(4))
          .atMost(SHORT.multipliedBy(20))
          .until(() -> !other.isMine());
      assertThat(one.isMine()).isTrue();
    }
  }

  @Test
  void isAnothersWhenHeFallsSilent() {
    ClusterConnection cut = ClusterConnection.to(cluster.nodes());
    try (ClusterTurn dead = new ClusterTurn(cut, "turns", "silent", SHORT);
        ClusterTurn other = turn("silent", SHORT)) {
      assertThat(dead.isMine()).isTrue();
      cut.close();
      assertThat(other.isMine()).isFalse();
      await().until(other::isMine);
    }
  }

  @Test
  void isOnesOfAllWhoAskAtOnce() throws ExecutionException, InterruptedException {
    ExecutorService processes = Executors.newFixedThreadPool(8);
    List<ClusterTurn> turns = new ArrayList<>();
    List<Callable<Boolean>> asking = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ClusterTurn turn = turn("crowd", LONG);
      turns.add(turn);
      asking.add(turn::isMine);
    }
    int taken = 0;
    for (Future<Boolean> asked : processes.invokeAll(asking)) {
      taken += asked.get() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(1);
    turns.forEach(ClusterTurn::close);
    processes.shutdownNow();
  }

  private static ClusterTurn turn(String id, Duration silence) {
    return new ClusterTurn(connection, "turns", id, silence);
  }
}
