package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.bot.chat.Refusal.Reason;

class RateLimitsTest {

  private final RateLimits limits = new RateLimits(new Rates(2, 3, 4));

  @Test
  void aPersonMayAskSoOftenAMinuteAndIsToldWhenToAskAgain() {
    assertThat(ask("T1", "C1", "ann")).isEmpty();
    assertThat(ask("T1", "C2", "ann")).isEmpty();
    assertThat(ask("T1", "C3", "ann"))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.PERSON_LIMIT);
              assertThat(refusal.again()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
            });
    assertThat(ask("T1", "C1", "bob")).isEmpty();
  }

  @Test
  void aChatHasALimitAsWell() {
    ask("T1", "C1", "ann");
    ask("T1", "C1", "ann");
    ask("T1", "C1", "bob");
    assertThat(ask("T1", "C1", "cem").map(Refusal::reason)).contains(Reason.CHAT_LIMIT);
    assertThat(ask("T1", "C2", "cem")).isEmpty();
  }

  @Test
  void aWorkspaceHasALimitAsWellAndItIsNotCountedAgainstThePersonNorTheChat() {
    ask("T1", "C1", "ann");
    ask("T1", "C2", "ann");
    ask("T1", "C1", "bob");
    ask("T1", "C2", "bob");
    for (int i = 0; i < 5; i++) {
      assertThat(ask("T1", "C1", "cem").map(Refusal::reason)).contains(Reason.WORKSPACE_LIMIT);
      assertThat(ask("T1", "C1", "cem").map(Refusal::again).orElseThrow())
          .isLessThanOrEqualTo(Duration.ofSeconds(15));
    }
    assertThat(ask("T2", "C1", "ann")).isEmpty();
  }

  @Test
  void aPlatformMayHaveRatesOfItsOwn() {
    limits.set("telegram", new Rates(1, 9, 9));
    assertThat(limits.refusal(question("telegram", "T1", "C1", "ann"))).isEmpty();
    assertThat(limits.refusal(question("telegram", "T1", "C1", "ann"))).isPresent();
    assertThat(ask("T2", "C1", "ann")).isEmpty();
    assertThat(ask("T2", "C1", "ann")).isEmpty();
  }

  @Test
  void tellsAPersonOnceAMinute() {
    assertThat(limits.mayTell("T1", "ann")).isTrue();
    assertThat(limits.mayTell("T1", "ann")).isFalse();
    assertThat(limits.mayTell("T1", "bob")).isTrue();
  }

  private Optional<Refusal> ask(String workspace, String place, String person) {
    return limits.refusal(question("slack", workspace, place, person));
  }

  private static IncomingQuestion question(
      String platform, String workspace, String place, String person) {
    return new IncomingQuestion(
        List.of("Ev1"), platform, workspace, place, null, place, person, Address.MENTION, "Who?");
  }
}
