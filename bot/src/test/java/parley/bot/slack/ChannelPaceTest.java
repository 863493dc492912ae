package parley.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {

  private final ChannelPace pace = new ChannelPace(Duration.ofMillis(300));

  @Test
  void aChannelIsFreeUntilItsTurnIsTaken() {
    assertThat(pace.pause("C1")).isZero();
    assertThat(pace.pause("C1")).isZero();
    pace.await("C1");
    assertThat(pace.pause("C1")).isBetween(Duration.ofMillis(1), Duration.ofMillis(300));
    assertThat(pace.pause("C2")).isZero();
  }

  @Test
  void turnsAreAPeriodApart() {
    long start = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      pace.await("C1");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(895), Duration.ofSeconds(5));
  }
}
