package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.bot.chat.Refusal.Reason;

class RateLimitsTest {

  private final RateLimits limits = new RateLimits(new LimitSettings(2, 3, 10, 1));

  @Test
  void aPersonMayAskSoOftenAMinuteAndIsToldWhenToAskAgain() {
    assertThat(limits.refusal("T1", "ann")).isEmpty();
    assertThat(limits.refusal("T1", "ann")).isEmpty();
    assertThat(limits.refusal("T1", "ann"))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.PERSON_LIMIT);
              assertThat(refusal.again()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
            });
    assertThat(limits.refusal("T1", "bob")).isEmpty();
  }

  @Test
  void aWorkspaceHasALimitAsWellAndItIsNotCountedAgainstThePerson() {
    limits.refusal("T1", "ann");
    limits.refusal("T1", "ann");
    limits.refusal("T1", "bob");
    for (int i = 0; i < 5; i++) {
      assertThat(limits.refusal("T1", "cem").map(Refusal::reason)).contains(Reason.WORKSPACE_LIMIT);
    }
    assertThat(limits.refusal("T2", "ann")).isEmpty();
  }

  @Test
  void tellsAPersonOnceAMinute() {
    assertThat(limits.mayTell("T1", "ann")).isTrue();
    assertThat(limits.mayTell("T1", "ann")).isFalse();
    assertThat(limits.mayTell("T1", "bob")).isTrue();
  }
}
