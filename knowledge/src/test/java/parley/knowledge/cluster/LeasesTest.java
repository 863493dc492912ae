package parley.knowledge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeasesTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Shelf shelf = new Shelf();
  private final Leases mine = new Leases(shelf);
  private final Leases others = new Leases(shelf);

  @Test
  void areOnesUntilHeGivesThemBack() {
    assertThat(mine.take("door", "me", LONG)).isTrue();
    assertThat(mine.take("door", "me", LONG)).isTrue();
    assertThat(others.take("door", "you", LONG)).isFalse();
    assertThat(others.take("gate", "you", LONG)).isTrue();

    mine.end("door", "me");

    assertThat(others.take("door", "you", LONG)).isTrue();
    assertThat(mine.take("door", "me", LONG)).isFalse();
  }

  @Test
  void areGivenBackByTheirHolderAlone() {
    assertThat(mine.take("door", "me", LONG)).isTrue();

    others.end("door", "you");

    assertThat(others.isFree("door", LONG)).isFalse();
  }

  @Test
  void areAnothersOnceTheyWereNotRenewedWhileHeWatched() {
    assertThat(mine.take("door", "me", SHORT)).isTrue();
    assertThat(others.take("door", "you", SHORT)).isFalse();

    await().until(() -> others.take("door", "you", SHORT));

    assertThat(mine.take("door", "me", LONG)).isFalse();
  }

  @Test
  void areNotFreeWhileTheyAreRenewed() {
    await()
        .during(SHORT.multipliedBy(6))
        .atMost(LONG)
        .until(() -> mine.take("door", "me", SHORT) && !others.isFree("door", SHORT));
  }

  @Test
  void areHeldThoughTheAnswerToTheWriteWasLost() {
    shelf.answers = false;

    assertThat(mine.take("door", "me", LONG)).isTrue();
    assertThat(mine.take("door", "me", LONG)).isTrue();
    assertThat(others.take("door", "you", LONG)).isFalse();
  }

  /** Keeps leases in memory; may keep silent on what it has written. */
  private static final class Shelf implements LeaseStore {

    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();
    private boolean answers = true;

    @Override
    public Optional<Lease> get(String name) {
      return Optional.ofNullable(leases.get(name));
    }

    @Override
    public boolean create(String name, String holder) {
      return leases.putIfAbsent(name, written(holder)) == null && answers;
    }

    @Override
    public boolean replace(String name, Lease before, String holder) {
      return leases.replace(name, before, written(holder)) && answers;
    }

    @Override
    public void remove(String name, Lease before) {
      leases.remove(name, before);
    }

    private Lease written(String holder) {
      return new Lease(holder, writes.incrementAndGet(), 1);
    }
  }
}
