package parley.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.knowledge.Outcome;

class FollowUpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who leads it?",
        "and the British?",
        "And when do they meet",
        "ok, but why",
        "tell me more about the guarantees",
        "А хто очолює делегацію?",
        "what about “boots on the ground”?"
      })
  void theseAsk(String text) {
    assertThat(FollowUp.asks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thanks!", "I will tell Bob", "lunch at 12, see you there", "Macron said so.", ""})
  void theseDoNot(String text) {
    assertThat(FollowUp.asks(text)).isFalse();
  }

  @Test
  void aRemarkMayBeMeantForTheBotOnlyIfItsAuthorAskedLast() {
    assertThat(FollowUp.mayBeMeant("the one in Paris", "ann", "ann")).isTrue();
    assertThat(FollowUp.mayBeMeant("the one in Paris", "bob", "ann")).isFalse();
    assertThat(FollowUp.mayBeMeant("the one in Paris?", "bob", "ann")).isTrue();
  }

  @Test
  void isSilentRatherThanSayNothingNew() {
    assertThat(FollowUp.worthSaying("the one in Paris", Outcome.ANSWERED)).isTrue();
    assertThat(FollowUp.worthSaying("the one in Paris", Outcome.NOT_IN_SOURCES)).isFalse();
    assertThat(FollowUp.worthSaying("which one?", Outcome.NOT_IN_SOURCES)).isTrue();
    assertThat(FollowUp.worthSaying("how are you?", Outcome.SMALL_TALK)).isFalse();
  }
}
