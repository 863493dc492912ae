package parley.knowledge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenBudgetTest {

  private static final Clock TUESDAY = at("2026-01-06T23:59:00Z");
  private static final Clock WEDNESDAY = at("2026-01-07T00:01:00Z");

  @TempDir private Path folder;

  @Test
  void isSpentWhenSoManyAre() {
    TokenBudget budget = budget(100, TUESDAY);

    budget.spend(99);
    assertThat(budget.isSpent()).isFalse();
    budget.spend(1);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void outlivesARestart() {
    budget(100, TUESDAY).spend(100);

    assertThat(budget(100, TUESDAY).isSpent()).isTrue();
    assertThat(budget(200, TUESDAY).spend(5)).isEqualTo(105);
  }

  @Test
  void beginsAnewEachDay() {
    budget(100, TUESDAY).spend(12_345);

    assertThat(budget(100, WEDNESDAY).isSpent()).isFalse();
    assertThat(budget(100, WEDNESDAY).spend(7)).isEqualTo(7);
  }

  @Test
  void withoutALimitNothingIsKept() {
    TokenBudget budget = budget(0, TUESDAY);

    budget.spend(1_000_000);
    assertThat(budget.isSpent()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void worksOnWhereTheFileCannotBeKept() {
    TokenBudget budget = new TokenBudget(folder.resolve("no/such/file"), 100, TUESDAY);

    budget.spend(60);
    budget.spend(60);
    assertThat(budget.isSpent()).isTrue();
  }

  private TokenBudget budget(long aDay, Clock clock) {
    return new TokenBudget(folder.resolve("tokens"), aDay, clock);
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }
}
